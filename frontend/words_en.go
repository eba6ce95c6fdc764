package frontend

var english = words{
	language:    "en",
	name:        "Visavis: your salon",
	description: "Appointments, customers and video consultations of your salon",
}
