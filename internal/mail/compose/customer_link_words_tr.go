package compose

import "visavis/ent/customerlink"

// Art. 15, 17 and 20 GDPR.
var turkishCustomerLink = customerLinkWords{
	purposes: map[customerlink.Purpose]purposeWords{
		customerlink.PurposeEXPORT: {
			introduction: introduction{heading: "Verilerinizi görün", opening: "Hakkınızda neleri sakladığımızı görmek istiyorsunuz."},
			label:        "Verilerimi gör",
		},
		customerlink.PurposeERASE: {
			introduction: introduction{heading: "Verilerinizi silin", opening: "Verilerinizi silmemizi istiyorsunuz. Henüz hiçbir şey silinmedi: Silme ancak siz sayfada onayladığınızda yapılır."},
			label:        "Silme sayfasına git",
		},
	},
	using:   "Bu sayfayı %d dakika içinde açın. Bağlantı bir kez geçerlidir.",
	unasked: "Bunu siz istemediniz mi? O zaman bu mesajı silin. Siz onaylamadan hiçbir şey olmaz.",
}
