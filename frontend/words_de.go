package frontend

var german = words{
	language:    "de",
	name:        "Visavis: dein Salon",
	description: "Termine, Kunden und Video-Beratungen deines Salons",
}
