package cloudformation

import (
	"strings"
)

// foreign tells whether what stands between "${" and "}" is a variable of another tool, which fills it in before the
// template is deployed, and no name of CloudFormation: a word that begins in lower case, and one colon or an opening
// parenthesis behind it, as in ${self:custom.stage} or ${file(./names.yml):table}. What a shell would read, as in
// ${x:-y} and ${x:0:2}, is none of these.
func foreign(name string) bool {
	if name == "" || name[0] < 'a' || name[0] > 'z' {
		return false
	}
	i := 1
	for i < len(name) && (letterOrDigit(name[i]) || name[i] == '-' || name[i] == '_') {
		i++
	}
	switch {
	case i == len(name):
		return false
	case name[i] == '(':
		return true
	case name[i] != ':':
		return false
	}
	rest := name[i+1:]
	return rest == "" || letterOrDigit(rest[0]) && rest[0] > '9' || strings.IndexByte("/$~.@", rest[0]) >= 0
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// frameworks are the beginnings of variables that only the Serverless Framework knows. Others that it has, such as
// ${aws:…}, are variables of IAM policies, too.
var frameworks = []string{"${self:", "${opt:", "${param:", "${sls:", "${file("}

// findFramework looks for variables of the Serverless Framework.
func (t *template) findFramework() {
	text := t.src.text
	for at := 0; ; at++ {
		next := strings.Index(text[at:], "${")
		if next < 0 {
			return
		}
		at += next
		for _, begin := range frameworks {
			if name, ok := strings.CutPrefix(text[at:], begin); ok && foreign(begin[len("${"):]+name[:min(len(name), 1)]) {
				t.framework = true
				t.fillInAt(t.src, at)
				return
			}
		}
	}
}

// fillInAt notes that another tool fills in the variable that begins at an offset of a file. Its range goes as far as
// it stands on one line.
func (t *template) fillInAt(src *source, at int) {
	name := src.text[at:min(len(src.text), at+longestForeign)]
	if i := strings.IndexAny(name, "\r\n"); i >= 0 {
		name = name[:i]
	}
	end := foreignSize(name)
	if end == 0 { // its end stands elsewhere
		end = strings.IndexAny(name, ":(") + 1
	}
	r := src.rng(int32(at), int32(at+end))
	t.filledIn, t.variable = &r, name[:end]
}

// fillIn notes that another tool fills in a variable of the text of an Fn::Sub.
func (t *template) fillIn(n *node, name string) {
	if t.filledIn != nil {
		return
	}
	start := int(n.start)
	written := n.file.text[start:max(start, int(n.end()))]
	if i := strings.Index(written, name); i >= 0 {
		if begin := strings.LastIndex(written[:i], "${"); begin >= 0 {
			t.fillInAt(n.file, start+begin)
			return
		}
	}
	r := n.firstLine() // the variable is broken by an escape or a line's end
	t.filledIn, t.variable = &r, "${"+name+"}"
}

// longestForeign is how many bytes a variable of another tool may have, with what stands around it.
const longestForeign = 256

// eachForeign walks a text: the texts between variables of another tool, and those, which may hold others.
func eachForeign(text string, literal func(string), variable func()) {
	from := 0
	for at := 0; ; {
		next := strings.Index(text[at:], "${")
		if next < 0 {
			break
		}
		at += next
		size := foreignSize(text[at:min(len(text), at+longestForeign)])
		if size == 0 {
			at += len("${")
			continue
		}
		if from < at {
			literal(text[from:at])
		}
		variable()
		at += size
		from = at
	}
	if from < len(text) {
		literal(text[from:])
	}
}

// foreignSize is the length of the variable of another tool that a text begins with, or 0.
func foreignSize(text string) int {
	name, _, _ := strings.Cut(text[len("${"):], "}")
	if !foreign(name) {
		return 0
	}
	depth := 0
	for i := range len(text) {
		switch {
		case text[i] == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case strings.HasPrefix(text[i:], "${"):
			depth++
		}
	}
	return 0
}

// fills tells whether another tool fills in the text of a literal, or a part of it. A script or a document may have tags
// of its own.
func (t *template) fills(n *node) bool {
	found := n.isText() && n.style != blockScalar && hasTag(n.text)
	if t.framework && n.isText() && strings.Contains(n.text, "${") {
		eachForeign(n.text, func(string) {}, func() { found = true })
	}
	return found
}
