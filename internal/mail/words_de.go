package mail

var german = words{customer: "Pia Beispiel", staff: "Anna", service: "Beratung"}
