package legal

var turkish = words{
	since:          "%s tarihinden beri geçerli",
	missingHeading: "Burada bir şey yok",
	missing:        "Böyle bir metin yok ya da artık yok. Salona sorun.",
}
