package mail

var english = words{customer: "Alex Example", staff: "Anna", service: "Consultation"}
