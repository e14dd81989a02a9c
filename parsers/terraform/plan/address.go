package plan

import (
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// A step is one part of an address or a reference: a name, or a key in brackets.
type step struct {
	name string
	key  cty.Value // of an instance: a number or a string; cty.NilVal for a name
}

func (s step) isKey() bool { return s.key != cty.NilVal }

// steps takes an address or a reference apart: module.a["x.y"].aws_subnet.b[0].id. It is nil where it is malformed.
func steps(text string) []step {
	var out []step
	for first := true; text != ""; first = false {
		switch {
		case text[0] == '[':
			key, rest, ok := keyIn(text)
			if !ok || first {
				return nil
			}
			out = append(out, step{key: key})
			text = rest
			continue
		case text[0] == '.':
			if first {
				return nil
			}
			text = text[1:]
		case !first:
			return nil
		}
		end := strings.IndexAny(text, ".[")
		if end < 0 {
			end = len(text)
		}
		if end == 0 {
			return nil
		}
		out = append(out, step{name: text[:end]})
		text = text[end:]
	}
	return out
}

// keyIn reads a key in brackets from the start of a text.
func keyIn(text string) (key cty.Value, rest string, ok bool) {
	text = text[1:]
	if strings.HasPrefix(text, `"`) {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return cty.NilVal, "", false
		}
		name, err := strconv.Unquote(quoted)
		rest, ok = strings.CutPrefix(text[len(quoted):], "]")
		return cty.StringVal(name), rest, ok && err == nil
	}
	number, rest, ok := strings.Cut(text, "]")
	n, err := strconv.ParseInt(number, 10, 32)
	return cty.NumberIntVal(n), rest, ok && err == nil
}

// subscript writes a key as in an address; "" for the one instance of what has no keys.
func subscript(key cty.Value) string {
	switch {
	case key == cty.NilVal:
		return ""
	case key.Type() == cty.String:
		return "[" + strconv.Quote(key.AsString()) + "]"
	}
	return "[" + key.AsBigFloat().Text('f', -1) + "]"
}

// compareKeys orders keys as Terraform does: numbers by value, strings by text.
func compareKeys(a, b cty.Value) int {
	if a == cty.NilVal || b == cty.NilVal || a.Type() != b.Type() {
		return strings.Compare(subscript(a), subscript(b))
	}
	if a.Type() == cty.String {
		return strings.Compare(a.AsString(), b.AsString())
	}
	return a.AsBigFloat().Cmp(b.AsBigFloat())
}

// within joins a module's address and what stands in it.
func within(module, what string) string {
	if module == "" {
		return what
	}
	return module + "." + what
}

// A call is one call on the way from the root to a module.
type call struct {
	caller string // the address of the calling module, "" for the root
	name   string
	key    cty.Value
}

// block is the address of the call without its key.
func (c call) block() string { return within(c.caller, "module."+c.name) }

func (c call) address() string { return c.block() + subscript(c.key) }

// callsOf takes the address of a module apart, from the root inwards; ok is false where it is malformed.
func callsOf(module string) (out []call, ok bool) {
	if module == "" {
		return nil, true
	}
	all := steps(module)
	at := ""
	for i := 0; i < len(all); {
		if i+1 >= len(all) || all[i].name != "module" || all[i+1].isKey() {
			return nil, false
		}
		c := call{caller: at, name: all[i+1].name, key: cty.NilVal}
		if i += 2; i < len(all) && all[i].isKey() {
			c.key = all[i].key
			i++
		}
		out = append(out, c)
		at = c.address()
	}
	return out, all != nil
}

// written is an address without the keys of instances: the code that it comes from. What is no address stays as it is.
func written(address string) string {
	all := steps(address)
	if all == nil {
		return address
	}
	var b strings.Builder
	for _, s := range all {
		if s.isKey() {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s.name)
	}
	return b.String()
}

// Compare orders addresses as Terraform iterates instances: by name, then by key, numbers by value.
func Compare(a, b string) int {
	x, y := steps(a), steps(b)
	for i := range min(len(x), len(y)) {
		c := strings.Compare(x[i].name, y[i].name)
		if x[i].isKey() && y[i].isKey() {
			c = compareKeys(x[i].key, y[i].key)
		}
		if c != 0 {
			return c
		}
	}
	return len(x) - len(y)
}
