package compose

import "visavis/ent/changerequest"

var turkishRequest = requestWords{
	declined: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Randevunuz olduğu gibi kalıyor", opening: "Ne yazık ki randevunuzu değiştiremiyoruz. Randevunuz aynen geçerli:"},
		changerequest.KindCANCEL: {heading: "Randevunuz geçerliliğini koruyor", opening: "Ne yazık ki randevunuzu iptal edemiyoruz. Randevunuz aynen geçerli:"},
	},
	answer:   "Yanıt",
	seeing:   "Randevunuzu bu sayfada görebilirsiniz.",
	seeLabel: "Randevuyu gör",
	remark:   "Sorunuz mu var? Lütfen bizimle iletişime geçin.",
}
