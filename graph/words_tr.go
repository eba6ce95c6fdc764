package graph

var turkish = words{
	messages: map[string]string{
		internalError:         "Bizden kaynaklanan bir sorun oluştu. Tekrar deneyin.",
		shuttingDown:          "Sunucu kapanıyor. Yeniden bağlanın.",
		tooSlow:               "Değişiklikler çok yavaş okundu. Yeniden bağlanın ve son kimliği after olarak verin.",
		answerTooLarge:        "Yanıt çok büyük olurdu. Bir seferde daha az isteyin.",
		timeout:               "Yanıt çok uzun sürüyor. Bir seferde daha az isteyin ya da daha sonra tekrar deneyin.",
		databaseUnavailable:   "Veri tabanımıza şu anda ulaşılamıyor. Birkaç dakika sonra tekrar deneyin.",
		storageFull:           "Depolama alanımız dolu olduğu için şu anda hiçbir şey kaydedemiyoruz. Daha sonra tekrar deneyin ya da salonu arayın.",
		storageReadOnly:       "Şu anda hiçbir şey kaydedemiyoruz. Daha sonra tekrar deneyin ya da salonu arayın.",
		unauthenticated:       "Oturum açmadınız. Önce oturum açın.",
		tokenInvalid:          "Bu API anahtarı bilinmiyor, süresi dolmuş ya da iptal edilmiş. Yeni bir anahtar oluşturun.",
		forbidden:             "Bunun için yetkiniz yok. Bir yöneticiye sorun.",
		freshSignInRequired:   "Bunun için parolayla yeni açılmış bir oturum gerekiyor. Parolanızı onaylayın ya da e-posta ve parolayla oturum açın.",
		postRequired:          "Yanıt bir çerez bırakıyor, bu yüzden yalnızca POST ile mümkün. Bir POST isteği gönderin.",
		encryptionRequired:    "Bağlantı şifreli değil. Sayfayı https ile açın.",
		sameOriginRequired:    "İstek başka bir siteden geldi. Bu sunucunun bir sayfasını kullanın.",
		rateLimited:           "Çok fazla istek gönderildi. Biraz bekleyip tekrar deneyin.",
		introspectionDisabled: "Bu sunucu şemasını paylaşmıyor. İşletmecisine sorun.",
	},
	mutationExecuted: "Mutasyon yine de gerçekleştirildi. Tekrarlamadan önce sonucu kontrol edin.",
	limits: limits{
		cycles:      "Bir parça, belki başkaları üzerinden, kendini içeriyor. Döngüyü kaldırın.",
		depth:       "Belge en fazla {max} düzey derin olabilir. Daha derin nesneleri kimlikleriyle isteyin.",
		definitions: "Belge en fazla {max} parça tanımlayabilir. Belgeyi bölün.",
		spreads:     "Belge parçaları, iç içe olanlarla birlikte en fazla {max} kez kullanabilir. Belgeyi bölün.",
		rootFields:  "İşlemin en üst düzeyinde en fazla {max} alan olabilir. İşlemi bölün.",
		fields:      "Belgede en fazla {max} alan olabilir; bir parçanın alanları her kullanımda sayılır. Belgeyi bölün.",
		aliases:     "Belgede en fazla {max} takma ad olabilir. Belgeyi bölün.",
		directives:  "Belgede en fazla {max} yönerge olabilir. Belgeyi bölün.",
	},
}
