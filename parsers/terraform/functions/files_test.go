package functions

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

func TestFile(t *testing.T) {
	for name, want := range map[string]string{
		"file":             "a\n",
		"filebase64":       "YQo=",
		"filemd5":          "60b725f10c9c85c70d97880dfe8191b3",
		"filesha1":         "3f786850e387550fdab836ed7e6dc881de23001b",
		"core::filesha256": "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7",
		"filebase64sha256": "h0KPxSKAPTEGXnvOPPA/5HUJZjHl4Hu9eg/eYMTPJcc=",
	} {
		v, known, err := File(name, []byte("a\n"))
		if err != nil || !known || v.AsString() != want {
			t.Errorf("File(%s) = %#v, %v, %v; want %s", name, v, known, err, want)
		}
	}
	if v, known, err := File("file", []byte("\xff")); !known || err == nil || v.IsKnown() {
		t.Errorf("what is no text is %#v, %v, %v", v, known, err)
	}
	if _, known, err := File("filesha512", make([]byte, MaxText+1)); !known || err == nil {
		t.Errorf("a file that is too long: %v, %v", known, err)
	}
	if _, known, _ := File("upper", nil); known {
		t.Error("upper reads no file")
	}
}

func TestRSADecrypt(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Skip(err)
	}
	cipher, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for kind, der := range map[string][]byte{"RSA PRIVATE KEY": x509.MarshalPKCS1PrivateKey(key), "PRIVATE KEY": pkcs8} {
		text := string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
		v, _, err := Call("rsadecrypt", []cty.Value{cty.StringVal(base64.StdEncoding.EncodeToString(cipher)), cty.StringVal(text)})
		if err != nil || v.AsString() != "secret" {
			t.Errorf("%s: %#v, %v", kind, v, err)
		}
	}
}

// TestPartialIsCut: of a long text only so much is kept.
func TestPartialIsCut(t *testing.T) {
	v, _, err := Call("join", []cty.Value{cty.StringVal(""), tuple(cty.StringVal(strings.Repeat("é", MaxPartial)), unknown)})
	if err != nil {
		t.Fatal(err)
	}
	text, whole := graph.Text(v)
	if whole || len(text) > MaxPartial+len(graph.Hole) || !strings.HasSuffix(text, "é"+graph.Hole) {
		t.Errorf("%d bytes are kept, ending in %q", len(text), text[len(text)-8:])
	}
}

// transient is a mark that does not outlive a choice, as that of a failure.
type transient struct{}

func (transient) Transient() {}

// TestFailuresStay: what is made of a failed value has failed.
func TestFailuresStay(t *testing.T) {
	failed := marked(cty.DynamicVal, transient{})
	for name, args := range map[string][]cty.Value{
		"element":    {ls(a, b), failed},
		"lookup":     {object("p", a), failed, b},
		"slice":      {ls(a, b), n(0), failed},
		"upper":      {failed},
		"concat":     {failed, ls(a)},
		"merge":      {failed, object("p", a)},
		"length":     {failed},
		"toset":      {failed},
		"jsonencode": {tuple(failed)},
		"contains":   {ls(a), failed},
	} {
		v, _, err := Call(name, args)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, ok := graph.DeepMarks(v)[transient{}]; !ok {
			t.Errorf("%s forgets the failure: %#v", name, v)
		}
	}
}
