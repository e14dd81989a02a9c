package cloudformation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestJSONErrors says where and why JSON is not read.
func TestJSONErrors(t *testing.T) {
	template := func(value string) string {
		return "{\n\"Resources\": {\"A\": {\"Type\": \"A::B\", \"Properties\": {\"V\":\n" + value + "}}}}"
	}
	const yaml = "; it is read as YAML, and CloudFormation may refuse it"
	for _, c := range []struct{ text, want string }{
		{template(`"a`), `3 the text that begins here has no closing quote`},
		{template(`"\x"`), `3 this escape does not exist in JSON; a backslash itself is written \\`},
		{template(`"\u12"`), `3 this escape does not exist in JSON; a backslash itself is written \\`},
		{template(`nil`), `3 "nil}}}}" is no JSON value; texts stand in double quotes` + yaml},
		{template(`012`), `3 "012}}}}" is no JSON value; texts stand in double quotes` + yaml},
		{template(`[1 2]`), `3 a comma or a closing bracket should stand here` + yaml},
		{template(`{"a": 1 "b": 2}`), `3 a comma or a closing brace should stand here`},
		{template(`{1: 2}`), `3 a key in double quotes should stand here` + yaml},
		{template(`{"a" 2}`), `3 a colon should stand here, behind the key "a"`},
		{template(`1`) + "\n}", `4 there is more behind the end of the template`},
		{`{"Resources": `, `1 the text ends where a value should stand`},
	} {
		var found []string
		for _, d := range load(t, []string{"-"}, Options{Stdin: []byte(c.text)}, "-").Diagnostics() {
			found = append(found, fmt.Sprintf("%d %s", d.Range.Start.Line, d.Message))
		}
		line, message, _ := strings.Cut(c.want, " ")
		if !strings.HasSuffix(message, yaml) {
			message += "; mend it and run again"
		}
		if want := line + " this is not valid JSON: " + message; !slices.Contains(found, want) {
			t.Errorf("%q:\n got %q\nwant %q", c.text, found, want)
		}
	}
}

func TestJSONValues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`"a\tb\n\"\\\/"`, `"a\tb\n\"\\/"`},
		{"\"tab\there\nand break\"", `"tab\there\nand break"`},
		{`"\ud83d\ude00"`, `"😀"`},
		{`"\ud83d"`, `"�"`},
		{`-0.5e1`, `-5`},
		{`1e3`, `1000`},
		{`"1"`, `"1"`},
		{`[true, false, null]`, `[true, false]`},
		{`{"a": null}`, `{}`},
		{`{"a": 1, "a": 2}`, `{a: 2}`},
		{`{}`, `{}`},
		{`[]`, `[]`},
	} {
		text := `{"Resources": {"A": {"Type": "A::B", "Properties": {"V": ` + c.text + `}}}}`
		g := load(t, []string{"-"}, Options{Stdin: []byte(text)}, "-")
		if got := show(g.ByAddress("A").Attribute("V")); got != c.want {
			t.Errorf("%s is %s, want %s", c.text, got, c.want)
		}
		if strings.Count(c.text, `"a"`) == 2 && (len(g.Diagnostics()) != 1 || !strings.Contains(g.Diagnostics()[0].Message, "written twice")) {
			t.Errorf("diagnostics of %s: %v", c.text, g.Diagnostics())
		}
	}
}

func TestHasProperty(t *testing.T) {
	if known, has := HasProperty("AWS::RDS::DBInstance", "MultiAZ"); !known || !has {
		t.Errorf("MultiAZ: %v, %v", known, has)
	}
	if known, has := HasProperty("AWS::RDS::DBInstance", "MultiZone"); !known || has {
		t.Errorf("MultiZone: %v, %v", known, has)
	}
	if known, _ := HasProperty("Custom::Thing", "Name"); known {
		t.Error("Custom::Thing is known")
	}
}
