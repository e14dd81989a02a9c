package functions

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"github.com/archlint/archlint/parsers/graph"
)

func stringLength(s cty.Value) (cty.Value, error) { return stdlib.Strlen(s) }

// verb is one verb of a format string: flags, width and precision, the argument's number, the letter.
var verb = regexp.MustCompile(`%(?:%|([0#\-+ ]*)([1-9][0-9]*)?(?:\.([0-9]*))?(?:\[([1-9][0-9]*)\])?([a-zA-Z]))`)

// maxWidth bounds width, precision and argument numbers of a verb.
const maxWidth = MaxText

// format puts values into a text. Where a value is not known, the text has a hole.
func format(args []cty.Value) (cty.Value, error) {
	layout, err := toType(args[0], cty.String)
	if err != nil {
		return cty.NilVal, err
	}
	marks := deepMarks(args...)
	u, _ := layout.Unmark()
	switch {
	case u.IsNull():
		return cty.NilVal, errNull
	case !u.IsKnown():
		return partial(graph.Hole, marks), nil
	}
	f := u.AsString()
	if err := checkLayout(f, len(args)-1); err != nil {
		return cty.NilVal, err
	}
	known := true
	plain := make([]cty.Value, len(args)-1)
	for i, a := range args[1:] {
		plain[i], _ = a.UnmarkDeep()
		known = known && plain[i].IsWhollyKnown()
	}
	out, err := stdlib.Format(u, plain...)
	if err != nil {
		return cty.NilVal, err
	}
	out = out.WithMarks(union(marks))
	if !known {
		out = out.WithMarks(partialMark(formatParts(f, args[1:], plain)))
	}
	return out, nil
}

// partialMark is the mark for a text, if it says anything.
func partialMark(text string) cty.ValueMarks {
	_, marks := partial(text, nil).Unmark()
	return marks
}

// checkLayout refuses a format string that would make too long a text.
func checkLayout(f string, args int) error {
	if !strings.ContainsAny(f, "0123456789") {
		return nil
	}
	total := len(f)
	for _, m := range verb.FindAllStringSubmatch(f, -1) {
		for _, digits := range []string{m[2], m[3], m[4]} {
			if digits == "" {
				continue
			}
			n, err := strconv.Atoi(digits)
			if err != nil || n > maxWidth {
				return errTooLong
			}
			if total += n; total > maxWidth+args {
				return errTooLong
			}
		}
	}
	return nil
}

// formatParts formats verb by verb, with holes.
func formatParts(f string, args, plain []cty.Value) string {
	var b strings.Builder
	next, last := 0, 0
	for _, m := range verb.FindAllStringSubmatchIndex(f, -1) {
		b.WriteString(f[last:m[0]])
		last = m[1]
		if f[m[0]:m[1]] == "%%" {
			b.WriteByte('%')
			continue
		}
		at := next
		piece := f[m[0]:m[1]]
		if m[8] >= 0 {
			n, _ := strconv.Atoi(f[m[8]:m[9]])
			at = n - 1
			piece = f[m[0]:m[8]-1] + f[m[9]+1:m[1]]
		}
		next = at + 1
		switch {
		case at < 0 || at >= len(args):
			b.WriteString(graph.Hole)
		case plain[at].IsWhollyKnown():
			if s, err := stdlib.Format(cty.StringVal(piece), plain[at]); err == nil && s.IsKnown() {
				b.WriteString(s.AsString())
			}
		case piece == "%s" || piece == "%v":
			text, _ := graph.Text(args[at])
			b.WriteString(text)
		default:
			b.WriteString(graph.Hole)
		}
		if b.Len() > MaxPartial {
			break
		}
	}
	b.WriteString(f[last:])
	return b.String()
}

// formatlist formats once for each element of the lists among its arguments.
func formatlist(args []cty.Value) (cty.Value, error) {
	rows, chooser := -1, 0
	known := true
	var marks cty.ValueMarks
	least := -1
	columns := make([][]cty.Value, len(args))
	for i, a := range args {
		t := a.Type()
		if i == 0 || !(t.IsListType() || t.IsSetType() || t.IsTupleType()) {
			if u, own := a.Unmark(); i > 0 && t == cty.DynamicPseudoType && !u.IsKnown() && !single(own) {
				known = false
			}
			continue
		}
		if u, _ := a.Unmark(); u.IsNull() {
			return cty.NilVal, errNull
		}
		s, err := open(a)
		if err != nil {
			return cty.NilVal, err
		}
		marks = union(marks, s.top)
		if !s.known {
			known = false
			continue
		}
		n := len(s.elements)
		if rows >= 0 && n != rows && s.settled {
			return cty.NilVal, fmt.Errorf("argument %d has length %d, which is inconsistent with argument %d of length %d", i, n, chooser, rows)
		}
		if !s.settled {
			least = s.least
		}
		if rows < 0 {
			rows, chooser = n, i
		}
		columns[i] = s.all()
	}
	if !known {
		return unknownList(cty.String, max(rows, 0), rows, deepMarks(args...)), nil
	}
	if rows < 0 {
		rows = 1
	}
	out := make([]cty.Value, rows)
	size := 0
	for r := range out {
		row := make([]cty.Value, len(args))
		for i, a := range args {
			row[i] = a
			if columns[i] != nil {
				if r >= len(columns[i]) {
					return cty.NilVal, errors.New("the lists are of different lengths")
				}
				row[i] = columns[i][r]
			}
		}
		v, err := format(row)
		if err != nil {
			return cty.NilVal, fmt.Errorf("error on format iteration %d: %w", r, err)
		}
		if u, _ := v.Unmark(); u.IsKnown() {
			if size += len(u.AsString()); size > MaxText {
				return cty.NilVal, errTooLong
			}
		}
		out[r] = v
	}
	if least >= 0 {
		marks = with(union(marks), Unsettled{min(least, rows)})
	}
	return list(out, cty.String, marks), nil
}

// join puts the elements of lists of strings together.
func join(args []cty.Value) (cty.Value, error) {
	separator, err := toType(args[0], cty.String)
	if err != nil {
		return cty.NilVal, err
	}
	marks := deepMarks(args...)
	if u, _ := separator.Unmark(); u.IsNull() {
		return cty.NilVal, errNull
	}
	between, known := graph.Text(separator)
	var texts []string
	size := 0
	for _, a := range args[1:] {
		s, err := open(a)
		if err != nil {
			return cty.NilVal, err
		}
		if !s.known || !s.settled {
			known = false
			texts = append(texts, graph.Hole, graph.Hole) // several as a rule, with the separator between them
			continue
		}
		strings, err := convertAll(s.elements, cty.String)
		if err != nil {
			return cty.NilVal, err
		}
		for i, e := range strings {
			if u, _ := e.Unmark(); u.IsNull() {
				return cty.NilVal, fmt.Errorf("element %d is null; cannot concatenate null values", i)
			}
			text, whole := graph.Text(e)
			known = known && whole
			if size += len(text) + len(between); size > MaxText {
				return cty.NilVal, errTooLong
			}
			texts = append(texts, text)
		}
	}
	text := strings.Join(texts, between)
	if !known {
		return partial(text, marks), nil
	}
	return cty.StringVal(text).WithMarks(marks), nil
}

// split cuts a string into a list.
func split(args []cty.Value) (cty.Value, error) {
	return ofTexts(args, func(texts []string) ([]string, error) {
		if strings.Count(texts[1], texts[0]) >= MaxElements {
			return nil, errTooMany
		}
		return strings.Split(texts[1], texts[0]), nil
	})
}

// ofTexts makes a list of strings of strings. That a text is symbolic goes to the elements only, not to their number.
func ofTexts(args []cty.Value, pieces func(texts []string) ([]string, error)) (cty.Value, error) {
	texts, marks, known, err := plainTexts(args)
	if err != nil {
		return cty.NilVal, err
	}
	if !known {
		return unknownList(cty.String, 0, -1, marks), nil
	}
	parts, err := pieces(texts)
	if err != nil {
		return cty.NilVal, err
	}
	top, each := symbolic(marks)
	out := make([]cty.Value, len(parts))
	for i, p := range parts {
		out[i] = cty.StringVal(p).WithMarks(each)
	}
	return list(out, cty.String, top), nil
}

// symbolic parts the marks that tell of a symbolic text from the others.
func symbolic(marks cty.ValueMarks) (others, symbols cty.ValueMarks) {
	for m := range marks {
		if _, ok := m.(graph.Symbol); ok {
			symbols = with(symbols, m)
		} else {
			others = with(others, m)
		}
	}
	return others, symbols
}

// plainTexts takes string arguments; known is false where one is not known.
func plainTexts(args []cty.Value) (texts []string, marks cty.ValueMarks, known bool, err error) {
	known = true
	for _, a := range args {
		s, err := toType(a, cty.String)
		if err != nil {
			return nil, nil, false, err
		}
		u, own := s.Unmark()
		marks = union(marks, own)
		switch {
		case u.IsNull():
			return nil, nil, false, errNull
		case !u.IsKnown():
			known = false
			texts = append(texts, "")
		default:
			texts = append(texts, u.AsString())
		}
	}
	return texts, marks, known, nil
}

// test makes a function that asks something of two strings.
func test(ask func(s, part string) bool) builtin {
	return builtin{2, 2, func(args []cty.Value) (cty.Value, error) {
		texts, marks, known, err := plainTexts(args)
		if err != nil {
			return cty.NilVal, err
		}
		answer := graph.Unknown
		if known && texts[1] == "" {
			answer = graph.True
		} else if known && alike(args[0], args[1]) {
			answer = graph.Known(ask(texts[0], texts[1]))
		}
		return truth(answer, marks), nil
	}}
}

// alike tells whether two strings are either both no symbols or drawn from the same sources.
func alike(a, b cty.Value) bool {
	_, am := a.Unmark()
	_, bm := b.Unmark()
	return symbols(am) == symbols(bm)
}

// replace puts one text for another. A pattern between slashes is a regular expression.
func replace(args []cty.Value) (cty.Value, error) {
	texts, marks, known, err := plainTexts(args)
	if err != nil {
		return cty.NilVal, err
	}
	if !known {
		return cty.UnknownVal(cty.String).RefineNotNull().WithMarks(marks), nil
	}
	s, old, by := texts[0], texts[1], texts[2]
	if len(old) > 1 && strings.HasPrefix(old, "/") && strings.HasSuffix(old, "/") {
		out, err := replacePattern(s, old[1:len(old)-1], by)
		return cty.StringVal(out).WithMarks(marks), err
	}
	if n := strings.Count(s, old); len(s)+n*(len(by)-len(old)) > MaxText {
		return cty.NilVal, errTooLong
	}
	return cty.StringVal(strings.ReplaceAll(s, old, by)).WithMarks(marks), nil
}

func replacePattern(s, pattern, by string) (string, error) {
	re, err := compile(pattern, s)
	if err != nil {
		return "", err
	}
	var out []byte
	last := 0
	for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
		out = append(out, s[last:m[0]]...)
		// One "$1" of two bytes may stand for the whole of the match.
		if len(out)+len(by)*(1+m[1]-m[0]) > 4*MaxText {
			return "", errTooLong
		}
		out = re.ExpandString(out, by, s, m)
		if len(out) > MaxText {
			return "", errTooLong
		}
		last = m[1]
	}
	return string(append(out, s[last:]...)), nil
}

// maxMatching bounds the work of a regular expression: its instructions times the bytes of the text.
const maxMatching = 1 << 27

// maxPattern is how long a regular expression may be, in bytes: reading one takes memory and time by the byte, and those that
// people write are far shorter.
const maxPattern = 1 << 12

// errPattern is told of a pattern that is longer.
var errPattern = fmt.Errorf("the pattern is longer than %d bytes", maxPattern)

// Work is what a call of a function takes besides a step, in nodes evaluated, before anything is done: regular expressions are
// read and compiled at each call, which takes as long as they are large with all repetitions spelled out.
func Work(name string, args []cty.Value) int {
	at := 0
	switch name {
	case "regex", "regexall":
	case "replace":
		at = 1
	default:
		return 0
	}
	if len(args) <= at {
		return 0
	}
	v, _ := args[at].Unmark()
	if !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return 0
	}
	pattern := v.AsString()
	if name == "replace" && !(len(pattern) > 1 && strings.HasPrefix(pattern, "/") && strings.HasSuffix(pattern, "/")) {
		return 0
	}
	if len(pattern) > maxPattern {
		return 0 // it is refused
	}
	work := len(pattern)
	if parsed, err := syntax.Parse(pattern, syntax.Perl); err == nil {
		work += instructions(parsed)
	}
	return 2 * work
}

// instructions is about how many a regular expression is compiled to. The parser lets no more than a thousand repetitions
// stand for one, nor a thousand expressions within each other.
func instructions(re *syntax.Regexp) int {
	n := 1 + len(re.Rune)
	for _, sub := range re.Sub {
		n += instructions(sub)
	}
	if re.Op == syntax.OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return n
}

// compile compiles a regular expression, and refuses one that would take too long on the text.
func compile(pattern, text string) (*regexp.Regexp, error) {
	if len(pattern) > maxPattern {
		return nil, errPattern
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("invalid regexp pattern: %w", err)
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil, fmt.Errorf("invalid regexp pattern: %w", err)
	}
	if len(program.Inst)*(len(text)+1) > maxMatching {
		return nil, errors.New("the pattern and the text are too big to be matched")
	}
	return regexp.Compile(pattern)
}

// matching makes regex or regexall of the library's function.
func matching(call func(pattern, text cty.Value) (cty.Value, error), all bool) builtin {
	return builtin{2, 2, func(args []cty.Value) (cty.Value, error) {
		texts, marks, known, err := plainTexts(args)
		if err != nil {
			return cty.NilVal, err
		}
		if !known {
			if all {
				return unknownList(cty.DynamicPseudoType, 0, -1, marks), nil
			}
			return cty.DynamicVal.WithMarks(marks), nil
		}
		if _, err := compile(texts[0], texts[1]); err != nil {
			return cty.NilVal, err
		}
		v, err := call(cty.StringVal(texts[0]), cty.StringVal(texts[1]))
		if err != nil {
			return cty.NilVal, err
		}
		if !all {
			return v.WithMarks(marks), nil
		}
		top, each := symbolic(marks)
		found := v.AsValueSlice()
		for i, m := range found {
			found[i] = m.WithMarks(each)
		}
		return list(found, v.Type().ElementType(), top), nil
	}}
}

// indent puts spaces before every line but the first.
func indent(args []cty.Value) (cty.Value, error) {
	n, marks := args[0].Unmark()
	s, err := toType(args[1], cty.String)
	if err != nil {
		return cty.NilVal, err
	}
	u, own := s.Unmark()
	all := union(marks, own)
	switch {
	case n.IsNull() || u.IsNull():
		return cty.NilVal, errNull
	case !n.IsKnown():
		return partial(graph.Hole, all), nil
	}
	spaces, err := whole(n)
	if err != nil {
		return cty.NilVal, err
	}
	text, known := graph.Text(s)
	if spaces < 0 {
		return cty.NilVal, errors.New("the number of spaces must not be negative")
	}
	if spaces > MaxText || len(text)+spaces*strings.Count(text, "\n") > MaxText {
		return cty.NilVal, errTooLong
	}
	text = strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", spaces))
	if !known {
		return partial(text, all), nil
	}
	return cty.StringVal(text).WithMarks(all), nil
}

// chomp takes the line ends from the end of a text.
func chomp(text string) string { return strings.TrimRight(text, "\r\n") }
