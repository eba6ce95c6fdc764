package locale

// A noun stays singular behind a number.
var turkish = words{
	weekdays: [...]string{"Pazar", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi"},
	months:   [...]string{"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"},
	firstDay: "1",
	date:     "%s %s %d",
	longDate: "%[2]s %[1]s",
	moment:   "%s %s",
	clock:    "%s",
	minutes:  plural{"%d dakika", "%d dakika"},
	hours:    plural{"%d saat", "%d saat"},
	days:     plural{"%d gün", "%d gün"},
}
