package functions

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	ctyyaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"go.yaml.in/yaml/v3"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

var (
	yamlDecode = ctyyaml.YAMLDecodeFunc
	yamlEncode = ctyyaml.YAMLEncodeFunc
)

func base64encode(text string) (string, error) {
	return base64.StdEncoding.EncodeToString([]byte(text)), nil
}

func base64decode(text string) (string, error) {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return "", errors.New("failed to decode base64 data")
	}
	if !utf8.Valid(b) {
		return "", errors.New("the result of decoding the provided string is not valid UTF-8")
	}
	return string(b), nil
}

// base64gzip flushes before it closes, as Terraform does: the bytes are the same.
func base64gzip(text string) (string, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		return "", fmt.Errorf("failed to compress: %w", err)
	}
	if err := w.Flush(); err != nil {
		return "", fmt.Errorf("failed to compress: %w", err)
	}
	if err := w.Close(); err != nil {
		return "", fmt.Errorf("failed to compress: %w", err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// encoder makes jsonencode or yamlencode of the library's function. Of a value that is known in part, the text is
// known in part: a part that is not known stands there as a string with a hole, whatever its type.
func encoder(f function.Function) builtin {
	whole := lift(f)
	return builtin{1, 1, func(args []cty.Value) (cty.Value, error) {
		v, err := whole.call(args)
		if err != nil {
			return cty.NilVal, err
		}
		if u, _ := v.Unmark(); u.IsKnown() {
			return v, nil
		}
		text, err := f.Call([]cty.Value{filledWithHoles(args[0])})
		if err != nil || !text.IsKnown() {
			return v, nil
		}
		return v.WithMarks(partialMark(text.AsString())), nil
	}}
}

// maxDepth is how deep a text to be decoded may nest; the decoders recurse.
const maxDepth = 1000

// decoder makes jsondecode or yamldecode of the library's function.
func decoder(check func(text string) error, f function.Function) builtin {
	whole := lift(f)
	return builtin{1, 1, func(args []cty.Value) (cty.Value, error) {
		if u, _ := args[0].Unmark(); u.Type() == cty.String && u.IsKnown() && !u.IsNull() {
			if err := check(u.AsString()); err != nil {
				return cty.NilVal, err
			}
		}
		v, err := whole.call(args)
		if err == nil && errors.Is(boundedDeep(v), errTooBig) { // of other bounds the one tells that is handed the value
			err = errTooBig
		}
		return v, err
	}}
}

func checkJSON(text string) error {
	if jsonDepth(text) > maxDepth {
		return errTooMuch
	}
	return nil
}

// checkYAML refuses a text that nests too deep, or that grows too big where each alias is put in.
func checkYAML(text string) error {
	if yamlDepth(text) > maxDepth {
		return errTooMuch
	}
	if !strings.Contains(text, "*") {
		return nil
	}
	var n yaml.Node
	if yaml.Unmarshal([]byte(text), &n) != nil {
		return nil // the decoder says what is wrong
	}
	if yamlSize(&n, map[*yaml.Node]int{}) > MaxNodes {
		return errTooMuch
	}
	return nil
}

// yamlSize is how many nodes there are with every alias put in, or somewhat more than [MaxNodes] if there are more.
func yamlSize(n *yaml.Node, known map[*yaml.Node]int) int {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if size, ok := known[n]; ok {
		return size
	}
	known[n] = MaxNodes + 1 // what holds itself has no end
	size := 1
	for _, c := range n.Content {
		if size += yamlSize(c, known); size > MaxNodes {
			break
		}
	}
	known[n] = size
	return size
}

// jsonDepth is how deep a JSON text nests at most.
func jsonDepth(text string) int {
	depth, most := 0, 0
	quoted := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			if depth++; depth > most {
				most = depth
			}
		case c == ']' || c == '}':
			depth--
		}
	}
	return most
}

// yamlDepth is no less than how deep a YAML text nests: brackets, and on each line the blanks and indicators that it
// begins with.
func yamlDepth(text string) int {
	depth, most, deepest := 0, 0, 0
	for line := range strings.Lines(text) {
		if n := len(line) - len(strings.TrimLeft(line, " \t-?:")); n > deepest {
			deepest = n
		}
		for i := range len(line) {
			switch line[i] {
			case '[', '{':
				if depth++; depth > most {
					most = depth
				}
			case ']', '}':
				depth = max(0, depth-1)
			}
		}
	}
	return most + deepest
}

// charsets are the encodings of textencodebase64 and textdecodebase64 by their IANA names in upper case. Terraform
// knows more; of those the result is not known here.
var charsets = map[string]encoding.Encoding{
	"UTF-8":        encoding.Nop,
	"UTF-16":       unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"UTF-16BE":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"UTF-16LE":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"ISO-8859-1":   charmap.ISO8859_1,
	"ISO-8859-2":   charmap.ISO8859_2,
	"ISO-8859-15":  charmap.ISO8859_15,
	"WINDOWS-1250": charmap.Windows1250,
	"WINDOWS-1251": charmap.Windows1251,
	"WINDOWS-1252": charmap.Windows1252,
}

func textencodebase64(args []cty.Value) (cty.Value, error) {
	return recode(args, func(c encoding.Encoding, text string) (string, error) {
		out, err := c.NewEncoder().String(text)
		if err != nil {
			return "", errors.New("the given string contains characters that cannot be represented in that encoding")
		}
		return base64.StdEncoding.EncodeToString([]byte(out)), nil
	})
}

func textdecodebase64(args []cty.Value) (cty.Value, error) {
	return recode(args, func(c encoding.Encoding, text string) (string, error) {
		b, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			return "", errors.New("the given value is not valid base64")
		}
		out, err := c.NewDecoder().Bytes(b)
		if err != nil || !utf8.Valid(out) {
			return "", errors.New("the given string contains symbols that are not defined for that encoding")
		}
		return string(out), nil
	})
}

func recode(args []cty.Value, apply func(encoding.Encoding, string) (string, error)) (cty.Value, error) {
	texts, marks, known, err := plainTexts(args)
	if err != nil {
		return cty.NilVal, err
	}
	unknown := cty.UnknownVal(cty.String).RefineNotNull().WithMarks(marks)
	if !known {
		return unknown, nil
	}
	c, ok := charsets[strings.ToUpper(texts[1])]
	if !ok {
		return unknown, nil
	}
	out, err := apply(c, texts[0])
	return cty.StringVal(out).WithMarks(marks), err
}
