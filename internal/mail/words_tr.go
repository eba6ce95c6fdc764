package mail

var turkish = words{customer: "Deniz Örnek", staff: "Anna", service: "Danışmanlık"}
