package lookup

import "testing"

func BenchmarkKeys(b *testing.B) {
	for b.Loop() {
		keysOf("Marie-Luise Müller-Lüdenscheidt", "marie-luise.mueller@mail.example", "+49 (0) 170 / 1000005")
	}
}
