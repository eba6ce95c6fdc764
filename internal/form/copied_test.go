package form

import "testing"

func TestACodeIsCopiedWithWhatNobodySees(t *testing.T) {
	for _, copied := range []string{"abc-123", " abc-123\n", "\u200babc-\u00ad123", "\ufeffabc-123\u2060", "\u202aabc-123\u202c"} {
		if read := Copied(copied); read != "abc-123" {
			t.Errorf("%q is read as %q", copied, read)
		}
	}
	if read := Copied("abc 123"); read == "abc123" {
		t.Error("a space within it is lost")
	}
}
