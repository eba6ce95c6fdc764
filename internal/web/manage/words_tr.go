package manage

var turkish = words{
	notHere: "Randevu bulunamadı. Bağlantının tamamını kopyaladığınızdan emin olun.",
}
