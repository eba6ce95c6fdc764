package mail

var french = words{customer: "Camille Exemple", staff: "Anna", service: "Conseil"}
