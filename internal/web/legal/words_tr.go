package legal

var turkish = words{
	since:          "%s tarihinden beri geçerli",
	missingHeading: "Burada bir şey yok",
	missing:        "Böyle bir metin yok ya da artık yok. Salona sorun.",

	// (AB) 2019/882 sayılı Direktif, Ek V.
	statement: statement{
		scope: "Bu bildirim %s için çevrim içi randevuyu kapsar: başka bir siteye yerleştirildiğinde de randevu sayfasını, randevunuzun sayfasını ve e-postalarımızdaki bağlantıların açtığı sayfaları.",

		serviceHeading: "Burada ne yapabilirsiniz",
		service: []string{
			"Bir hizmet ve bir saat seçer, adınızı ve e-posta adresinizi girer ve randevu alırsınız. Hesap açmanız gerekmez. Sonra randevunuzu görebilir, değiştirebilir ve iptal edebilirsiniz.",
			"Seçtiğiniz saat birkaç dakika sizin için ayrılır. Süre dolarsa yeniden seçersiniz; yazdıklarınız kaybolmaz.",
		},

		conformanceHeading: "Ne kadar erişilebilir",
		conformance: []string{
			"Çevrim içi randevunun WCAG 2.2 AA düzeyine uyması amaçlanır. Bildiğimiz bir sapma yoktur.",
			"Bu bir öz değerlendirmedir: Her yeni sürümden önce bir program her adımı açık ve koyu renklerde ve dar ekranlarda, bütün bir randevuyu da yalnızca klavyeyle denetler.",
		},

		limitsHeading: "Bildiğimiz sınırlar",
		limits: []string{
			"Bir program her engeli bulamaz. Bir engel fark ederseniz lütfen bize bildirin.",
			"Görüntülü görüşmeler Zoom veya Google Meet gibi sağlayıcılarda yapılır. Oradaki erişilebilirlikten, örneğin altyazılardan, sağlayıcı sorumludur.",
			"Hizmetlerin adlarını ve açıklamalarını ve hukuki metinleri salon yazar. Bunlar, salonun yazdığı dilde görünür.",
			"Takvim ve harita bağlantıları başka sağlayıcıların sitelerine götürür. Bu bildirim, randevunun yerleştirildiği siteyi kapsamaz.",
		},

		contactHeading: "Engel bildirin",
		contact:        "Bir yerde takıldınız mı? Bizi arayın veya bize yazın: Size yardım ederiz, randevunuzu da biz alabiliriz.",

		authorityHeading: "Yetkili makam",
		otherAuthority:   "Uyumu, salonun bulunduğu ülkedeki piyasa gözetim makamı denetler.",
		authorities: map[string]string{
			"AT": "Uyumu Sozialministeriumservice (Viyana) denetler.",
			"DE": "Uyumu Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen (MLBF, Magdeburg) denetler.",
			"FR": "Uyumu Direction générale de la concurrence, de la consommation et de la répression des fraudes (DGCCRF, Paris) denetler.",
		},
	},
}
