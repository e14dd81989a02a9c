package cloudformation

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// FuzzYAML reads any text as a template: nothing may panic, and every range must lie inside the file.
func FuzzYAML(f *testing.F) {
	for _, pattern := range []string{"values/*.yaml", "stacks/*.yaml", "stacks/templates/*", "broken/*", "sam/*"} {
		files, err := filepath.Glob("../../testdata/cloudformation/" + pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds in %s: %v", pattern, err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(content)
		}
	}
	f.Add([]byte(yamlPlaces))
	f.Add([]byte(yamlRemarks))
	f.Fuzz(func(t *testing.T, content []byte) { checkRanges(t, content) })
}

// FuzzJSON is FuzzYAML for JSON.
func FuzzJSON(f *testing.F) {
	content, err := os.ReadFile("../../testdata/cloudformation/stacks/templates/web.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte(jsonPlaces))
	f.Add([]byte(`{"Resources": {"A": {"Type": "A::B", "Properties": {"x": {"Fn::Join": [",", [1, {"Ref": "A"}]]}, "y": {"Fn::Sub": "${A.B}"}}}}}`))
	f.Add([]byte(`{"Resources": {"A": {"Type": "A::B", "Properties": {"x": "\ud83d\ude00\ud83d", "x": [1e9, -0.5, null, true]`))
	f.Fuzz(func(t *testing.T, content []byte) {
		if strings.HasPrefix(strings.TrimSpace(string(content)), "{") {
			checkRanges(t, content)
		}
	})
}

// FuzzParameters gives any text to parameters of all types as a parameter file: one that cannot be used is told of in one
// line, with the file and the line in it, and any other is a reading of the template whose places lie in their files.
func FuzzParameters(f *testing.F) {
	for _, text := range []string{
		`[{"ParameterKey": "Text", "ParameterValue": "a"}, {"ParameterKey": "Number", "ParameterValue": "1"}, {"ParameterKey": "Zones", "UsePreviousValue": true}]`, `["Text=a", "Number=2", "List=a,b", "Zones=us-east-1a,us-east-1b"]`,
		`{"Parameters": {"Text": "b", "Number": 1e400, "List": ["a", "b"], "Image": "ami-1"}, "Tags": {}}`, "template-file-path: t.yaml\nparameters:\n  Text: 'a'\n  Number: 0x10\n  List: [a, !Ref b]\n", "Text: &a b\nZones: [*a, *a]\nNumber: ~\n",
		"Text: c\r\nText: d\r\n# archlint:ignore AL101\r\n", "\ufeff- ParameterKey: Text\n  ParameterValue: !Sub '${x}'\n", `{"Text": "\ud83d", "Secret": {"Fn::If": [1]}}`, "- a\n- =b\n- Text=", "a: &a [*a]\n", `{"Parameters": [`, "7", "--- \n...\n",
	} {
		f.Add([]byte(text))
	}
	const template = `Parameters:
  Text: {Type: String, AllowedValues: [a, b], Default: a}
  Number: {Type: Number, Default: 1}
  List: {Type: CommaDelimitedList, Default: "a,b"}
  Numbers: {Type: List<Number>, Default: "1,2"}
  Zones: {Type: "List<AWS::EC2::AvailabilityZone::Name>", Default: ""}
  Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /a}
  Secret: {Type: String, NoEcho: true, Default: ""}
Conditions:
  Equal: !Equals [!Ref Text, b]
  Some: !Not [!Equals [!Join ["", !Ref List], ""]]
Resources:
  A:
    Type: AWS::EC2::Instance
    Condition: Equal
    Properties: {Tags: [!Ref Text, !Ref Number, !Select [!Ref Number, !Ref List], !Sub "${Secret}-${Image}"], AvailabilityZone: !Select [0, !Ref Zones]}
  B:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: {AvailabilityZones: !If [Some, !Ref Zones, !Ref List], MinSize: !Ref Number, Cidrs: !Cidr [!Ref Text, !Select [1, !Ref Numbers], 8]}
`
	f.Fuzz(func(t *testing.T, content []byte) {
		t.Chdir(t.TempDir())
		for name, text := range map[string][]byte{"t.yaml": []byte(template), "values": content} {
			if err := os.WriteFile(name, text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		p, err := Open([]string{"t.yaml"}, Options{Parameters: []string{"values"}})
		var all []Template
		if err == nil {
			all, err = p.Templates()
		}
		if err != nil {
			if text := err.Error(); !strings.HasPrefix(text, "--parameters values: ") || strings.Contains(text, "\n") {
				t.Fatalf("the error is %q", text)
			}
			return
		}
		if len(all) != 1 || all[0].Reading != "values" {
			t.Fatalf("the units are %+v", all)
		}
		checkAll(t, p.Load(all[0]), map[string]string{"t.yaml": template, "values": string(content)})
	})
}

// FuzzRepeated repeats a piece of text, between two others, until it is as long as a large template, and loads it: the work
// grows with the text, not with its square. What takes time and makes nothing, the fuzzer's own clock sees.
func FuzzRepeated(f *testing.F) {
	const web = "Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      X: "
	for _, s := range [][3]string{
		{"Resources:\n", "  AN: {Type: \"AWS::EC2::Instance\", Properties: {X: !Ref A1}}\n", ""}, {"Resources:\n", "  A: {Type: \"AWS::EC2::Instance\"}\n", ""}, {web + "[", "a, ", "]\n"}, {web, "[", "\n"}, {web, "{a: ", "\n"},
		{web + "!Sub '", "${A.N}", "'\n"}, {web + "!Sub '", "${!a}", "'\n"}, {web, "!Ref ", "A\n"}, {web + "!Join ['', [", "!Ref A, ", "]]\n"}, {web, "!If [C, ", "a\n"}, {web + "\n", "        - &aN [*a1, b]\n", ""}, {"a: &a b\n" + web + "[", "*a, ", "]\n"},
		{"Conditions:\n", "  CN: !Not [!Condition C1]\n", web + "!If [C1, a, b]\n"}, {"Conditions:\n  C: !Or [", "!Equals [!Ref P, N], ", "!Equals [a, a]]\n" + web + "!If [C, a, b]\n"}, {"Parameters:\n", "  PN: {Type: String, Default: a}\n", web + "!Ref P1\n"},
		{"Mappings:\n  M:\n", "    aN: {b: c}\n", web + "!FindInMap [M, !Ref 'AWS::Region', b]\n"}, {"Transform: AWS::LanguageExtensions\nResources:\n", "  Fn::ForEach::LN: [x, [a, b], {'${x}N': {Type: 'AWS::EC2::Instance'}}]\n", ""},
		{"Transform: AWS::LanguageExtensions\nResources:\n", "  Fn::ForEach::LN: [xN, [a, b], {", ""}, {"Outputs:\n", "  ON: {Value: !Ref A, Export: {Name: eN}}\n", web + "!ImportValue e1\n"}, {"# archlint:ignore AL101\n", "# archlint:ignore AL102,", web + "a\n"}, {web, "\r\n", "a"}, {web, "? ", "a"},
		{"Transform: AWS::Serverless-2016-10-31\nResources:\n", "  FN: {Type: 'AWS::Serverless::Function', Properties: {Events: {E: {Type: Api}}}}\n", ""}, {web + "|\n", "        a ${A}\n", ""}, {web + "\"", "\\u00e9", "\"\n"}, {web, "- ", "a"}, {web, "&a ", "a"}, {"", "--- ", web + "a"},
		{"{\"Resources\": {", "\"AN\": {\"Type\": \"AWS::EC2::Instance\", \"Properties\": {\"X\": {\"Fn::GetAtt\": [\"A1\", \"Arn\"]}}}, ", "\"B\": {}}}"}, {"{\"Resources\": {\"A\": {\"Type\": \"AWS::EC2::Instance\", \"Properties\": ", "{\"Fn::Sub\": [", "]}}}}"},
	} {
		f.Add(s[0], s[1], s[2])
	}
	f.Fuzz(func(t *testing.T, head, piece, tail string) {
		const length = 1 << 16
		if piece == "" || len(piece) > 512 || len(head)+len(tail) > 2048 {
			return
		}
		var b strings.Builder
		b.WriteString(head)
		for i := 0; b.Len() < length; i++ {
			b.WriteString(strings.ReplaceAll(piece, "N", strconv.Itoa(i)))
		}
		b.WriteString(tail)
		content := []byte(b.String())
		Looks("-", content)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		g := load(t, []string{"-"}, Options{Stdin: content}, "-")
		for _, r := range g.Resources() {
			for _, name := range r.Source.Attributes() {
				r.Attribute(name)
			}
			r.Source.Mentions()
		}
		runtime.ReadMemStats(&after)
		if made := after.TotalAlloc - before.TotalAlloc; made > 1<<30 {
			t.Errorf("of %d KiB %d MiB are made: %q %q %q", b.Len()>>10, made>>20, head, piece, tail)
		}
	})
}

// checkRanges loads a template, asks for everything, and holds every range against the text.
func checkRanges(t *testing.T, content []byte) *graph.Graph {
	t.Helper()
	Looks("-", content)
	g := load(t, []string{"-"}, Options{Stdin: content}, "-")
	checkAll(t, g, map[string]string{"-": string(content)})
	return g
}

// checkAll asks a graph for everything and holds every range against the text of its file.
func checkAll(t *testing.T, g *graph.Graph, texts map[string]string) {
	t.Helper()
	check := func(r graph.Range, what string) {
		if !r.Known() {
			return
		}
		text, ok := texts[r.File]
		if !ok || r.Start.Byte < 0 || r.Start.Byte > r.End.Byte || r.End.Byte > len(text) {
			t.Fatalf("%s: %v is outside of the file of %d bytes", what, r, len(text))
		}
		for _, p := range []graph.Pos{r.Start, r.End} {
			if line := 1 + strings.Count(text[:p.Byte], "\n"); line != p.Line {
				t.Fatalf("%s: %v: line %d, by its offset %d", what, r, p.Line, line)
			}
		}
	}
	for _, r := range g.Resources() {
		check(r.Range, "range")
		check(r.Header, "header")
		r.Source.Mentions()
		for _, name := range append(r.Source.Attributes(), "@Metadata", "@DependsOn", "Absent") {
			v := r.Attribute(name)
			graph.Refs(v)
			graph.Text(v)
			at := cty.GetAttrPath(name)
			check(r.Source.Locate(at), name)
			for _, s := range r.Source.Trace(at) {
				check(s.Range, s.Name)
			}
			if plain, _ := v.Unmark(); plain.IsKnown() && !plain.IsNull() && plain.Type().IsTupleType() {
				for i := range min(3, plain.LengthInt()) {
					check(r.Source.Locate(at.IndexInt(i)), name)
				}
			}
		}
	}
	for _, d := range g.Diagnostics() {
		check(d.Range, d.Message)
	}
	for _, gap := range g.Gaps {
		check(gap.Range, gap.Message)
	}
	for _, ignore := range g.Ignores {
		check(ignore.Range, "an ignore")
		check(ignore.Covers, "what an ignore covers")
		check(ignore.Block, "the block of an ignore")
		check(ignore.Until.Range, "the end of an ignore")
		for _, w := range ignore.Rules {
			check(w.Range, w.Text)
		}
		if ignore.Range.Start.Line != ignore.Range.End.Line {
			t.Fatalf("an ignore is on the lines %d to %d", ignore.Range.Start.Line, ignore.Range.End.Line)
		}
	}
}
