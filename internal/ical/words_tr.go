package ical

var turkish = words{
	with:     "%s ile",
	joinAt:   "Görüntülü görüşmeye katıl: %s",
	findAt:   "Adres: %s",
	changeAt: "Değiştir veya iptal et: %s",
}
