package linkpage

var turkish = words{
	failed: "Bir sorun oluştu. Birkaç dakika sonra tekrar deneyin.",
}
