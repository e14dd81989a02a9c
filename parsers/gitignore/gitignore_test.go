package gitignore

import "testing"

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		line, path string
		dir, want  bool
	}{
		{"*.log", "a.log", false, true},
		{"*.log", "x/y/a.log", false, true},
		{"/a", "a", false, true},
		{"/a", "x/a", false, false},
		{"x/a", "x/a", false, true},
		{"x/a", "y/x/a", false, false},
		{"**/a", "y/x/a", false, true},
		{"a/**", "a", true, false},
		{"a/**", "a/b/c", false, true},
		{"a/**/c", "a/c", false, true},
		{"a/", "a", false, false},
		{"a/", "a", true, true},
		{"a/", "x/a", true, true},
		{"a[0-9]", "a7", false, true},
		{"a?", "a/", false, false},
		{`\#a`, "#a", false, true},
		{`\!a`, "!a", false, true},
		{"a ", "a", false, true},
		{`a\ `, "a ", false, true},
		{"a\r", "a", false, true},
		{"{a,b}", "a", false, false},
		{"{a,b}", "{a,b}", false, true},
	} {
		p, ok := Parse(c.line)
		if !ok {
			t.Errorf("%q is no pattern", c.line)
			continue
		}
		if got := p.Matches(c.path, c.dir); got != c.want {
			t.Errorf("%q on %q (directory: %v): got %v, want %v", c.line, c.path, c.dir, got, c.want)
		}
	}
	for _, line := range []string{"", "  ", "# a", "/", "[", "!", "!/", "a[b"} {
		if p, ok := Parse(line); ok {
			t.Errorf("%q is a pattern: %+v", line, p)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		line, path string
		dir, want  bool
	}{
		{"dev", "a/dev", true, true},
		{"dev", "a/dev/main.tf", false, true},
		{"dev", "developers/main.tf", false, false},
		{"/dev", "dev/web/main.tf", false, true},
		{"/dev", "a/dev/main.tf", false, false},
		{"dev/", "dev", false, false},
		{"dev/", "dev/main.tf", false, true},
		{"dev/**", "dev", true, false},
		{"dev/**", "dev/web/main.tf", false, true},
		{"dev/*", "dev/web/main.tf", false, true},
		{"!dev/*", "dev/web/main.tf", false, true},
		{"**/dev/**", "a/b/dev/c/x.yaml", false, true},
		{"*.yaml", "a/x.yaml", false, true},
	} {
		p, ok := Parse(c.line)
		if !ok {
			t.Errorf("%q is no pattern", c.line)
			continue
		}
		if got := p.Covers(c.path, c.dir); got != c.want {
			t.Errorf("%q over %q (directory: %v): got %v, want %v", c.line, c.path, c.dir, got, c.want)
		}
		if p.Negated != (c.line[0] == '!') {
			t.Errorf("%q: negated %v", c.line, p.Negated)
		}
	}
}
