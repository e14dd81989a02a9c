package spelling

import "testing"

func TestNear(t *testing.T) {
	legal := []string{"text", "json", "sarif"}
	for word, want := range map[string]string{"jsno": "json", "JSON": "json", "sraif": "sarif", "txt": "text", "sar": "sarif", "js": "", "yaml": "", "": ""} {
		if got := Near(word, legal); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestHint(t *testing.T) {
	legal := []string{"text", "json"}
	for word, want := range map[string]string{"jsno": "; did you mean json?", "anything": "; use text or json"} {
		if got := Hint(word, legal, "use "+Alternatives(legal)); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestAlternatives(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a or b": {"a", "b"}, "a, b or c": {"a", "b", "c"}} {
		if got := Alternatives(words); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}
