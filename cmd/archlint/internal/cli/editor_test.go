package cli

import (
	"maps"
	"path"
	"regexp"
	"strings"
)

// An editor breaks stacks as bytes choose. Where there are none left, the first is chosen.
type editor struct {
	choices []byte
	stacks  []stack
}

func (e *editor) choose(n int) int {
	c := 0
	for range 2 {
		if n > 1 && len(e.choices) > 0 {
			c, e.choices = c<<8|int(e.choices[0]), e.choices[1:]
		}
		if n <= 256 {
			break
		}
	}
	return c % n
}

// of chooses one of several.
func of[T any](e *editor, all []T) T { return all[e.choose(len(all))] }

// stack chooses a stack, as a copy.
func (e *editor) stack() stack { return maps.Clone(of(e, e.stacks)) }

// What takes the place of a value, or of a word.
var (
	wrongValues = []string{
		`null`, `""`, `[]`, `{}`, `0`, `-1`, `1e400`, `99999999999999999999`, `true`, `"true"`, `"a"`, `[null]`, `[[], {}]`, `var.none`, `local.none`, `each.value`, `count.index`, `self.id`,
		`"${var.none}"`, `!Ref None`, `!GetAtt None.Arn`, `!Ref AWS::NoValue`, `!If [None, a, b]`, `{Ref: [1]}`, `{"Fn::If": ["C", 1]}`, `*a`, `&a [*a]`, `data.aws_availability_zones.available.names`,
		`[for k, v in {} : k => v]`, `"%{ for x in [1] }"`, `<<E` + "\n", `"\u0000"`, `"é😀` + "\u202e" + `"`, `"x](1) [y](2)"`, `"| ` + "`" + ` <!-- <b> ]]> ::error::"`, `"::/0"`, `"0.0.0.0/0"`, `"10.0.0.0/33"`, `65536`,
		`sort(["b", "a"])`, `cidrsubnet("10.0.0.0/16", 8, 255)`, `jsonencode({a = [1]})`, `file("main.tf")`, `templatefile("main.tf", {})`, `toset(["a", "b"])`, `range(0, 100000)`,
	}
	wrongNames = []string{
		`this`, `a`, `A`, `None`, `aws_subnet`, `aws_instance`, `aws_lb`, `count`, `for_each`, `dynamic`, `lifecycle`, `module`, `data`, `variable`, `output`, `locals`, `moved`, `provider`, `terraform`,
		`AWS::EC2::Subnet`, `AWS::RDS::DBInstance`, `AWS::CloudFormation::Stack`, `AWS::Serverless::Function`, `Fn::ForEach::L`, `Fn::Transform`, `Fn::Sub`, `Ref`, `Properties`, `Condition`, `DependsOn`, `Metadata`, `"`, `'`, `é`,
	}
	oddTexts = []string{
		"\ufeff", "\r", "\r\n", "\x00", "\xff\xfe", "\u2028", "\u202e", "\U0001f600", "\x1b[31m", "${", "%{", "}", "{", "[", "]", "(", "\"", "'", "#", "/*", "*/", "]]>", "<!--", "::error::", "|", "`", "\t", "---\n", "...\n", "<<E\n", "EOF\n", ": ", ", ", " = ",
	}
	remarks = []string{
		"# archlint:ignore", "# archlint:ignore AL101", "# archlint:ignore all why", "# archlint:ignore AL101,AL102,none because | of <b> until=2030-01-01", "# archlint:ignore-file AL201 why", "# archlint:ignore asg-single-az why until=2020-01-01",
		"# archlint:ignore AL101 until=x", "// archlint:ignore AL102 why", "/* archlint:ignore AL501 why */", "# archlint:ignore AL001,AL002 why",
	}
	besides = []struct{ name, content string }{
		{".archlint.yaml", "rules: {AL101: note, AL501: off}\nfail-on: note\n"}, {".archlint.yaml", "paths: [{match: \"**\", rules: {all: error}}]\n"}, {".archlint.yaml", "exclude: [\"*\"]\n"},
		{"terraform.tfvars", "name = \"a\"\nzones = [\"us-east-1a\"]\ninstance_count = 1\n"}, {"x.auto.tfvars.json", "{\"name\": null, \"zones\": [\"us-east-1a\", 1]}"}, {".gitignore", "*.tf\n!main.tf\n"},
		{"main_override.tf", "resource \"aws_db_instance\" \"this\" {\n  multi_az = false\n}\n"}, {".ebextensions/a.config", "option_settings:\n  aws:autoscaling:asg: {MinSize: 1}\n"}, {"cron.yaml", "version: 1\n"},
		{".terraform/modules/modules.json", "{\"Modules\": [{\"Key\": \"m\", \"Source\": \"x\", \"Dir\": \".\"}]}"}, {"samconfig.toml", "version = 0.1\n"}, {"plan.json", "{\"format_version\": \"1.2\", \"resource_changes\": []}"},
	}
)

var word = regexp.MustCompile(`[A-Za-z_][\w:-]*`)

// edit breaks one thing.
func (e *editor) edit(s stack) {
	names := s.names()
	name := of(e, names)
	lines := strings.SplitAfter(s[name], "\n")
	at := e.choose(len(lines))
	switch e.choose(16) {
	case 0:
		lines[at] = ""
	case 1:
		lines[at] += lines[at]
	case 2:
		other := e.choose(len(lines))
		lines[at], lines[other] = lines[other], lines[at]
	case 3, 4, 5:
		lines[at] = e.valued(lines[at], of(e, wrongValues))
	case 6:
		lines[at] = e.reworded(lines[at], of(e, wrongNames))
	case 7, 8: // what one name stands for comes to stand for what another does
		if all := word.FindAllString(s[of(e, names)], -1); len(all) > 0 {
			lines[at] = e.reworded(lines[at], of(e, all))
		}
	case 9:
		clear(lines[at:min(len(lines), at+1+e.choose(8))])
	case 10:
		clear(lines[at:])
	case 11:
		place := e.choose(len(lines[at]) + 1)
		lines[at] = lines[at][:place] + of(e, oddTexts) + lines[at][place:]
	case 12:
		indent := lines[at][:len(lines[at])-len(strings.TrimLeft(lines[at], " "))]
		lines[at] = indent + of(e, remarks) + "\n" + lines[at]
	case 13: // a part of another stack
		other := of(e, e.stacks)
		theirs := strings.SplitAfter(other[of(e, other.names())], "\n")
		from := e.choose(len(theirs))
		lines[at] += strings.Join(theirs[from:min(len(theirs), from+1+e.choose(32))], "")
	case 14:
		copied := of(e, []string{"copy-" + path.Base(name), "sub/" + path.Base(name), "sub/dir ü/" + path.Base(name), name + ".json", strings.TrimSuffix(name, path.Ext(name)) + "_override" + path.Ext(name)})
		s[copied] = s[name]
		return
	case 15:
		b := of(e, besides)
		s[b.name] = b.content
		return
	}
	s[name] = strings.Join(lines, "")
}

// valued gives the value on a line another.
func (e *editor) valued(line, value string) string {
	for _, mark := range []string{" = ", ": ", "=", ":"} {
		if key, old, ok := strings.Cut(line, mark); ok {
			if strings.HasSuffix(strings.TrimSpace(old), ",") {
				value += ","
			}
			return key + mark + value + "\n"
		}
	}
	return line
}

// reworded puts another word in the place of one of a line.
func (e *editor) reworded(line, other string) string {
	all := word.FindAllStringIndex(line, -1)
	if len(all) == 0 {
		return line
	}
	w := of(e, all)
	return line[:w[0]] + other + line[w[1]:]
}
