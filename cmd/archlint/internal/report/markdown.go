package report

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Bounds of a summary in Markdown. GitHub takes comments of 65,536 characters and job summaries of 1 MiB; one size that
// both take is kept to, in bytes, of which no text has fewer than characters.
const (
	maxMarkdown     = 65_000
	maxTable        = 16_000 // bytes of the table of roots
	maxInputErrors  = 20
	maxMarkdownLine = 2_000 // bytes of one message
	maxUnfolded     = 10    // findings of a result that is not folded
)

// Markdown writes a result as a summary of a job or a comment on a pull request: the counts, a table of the roots, below
// each root its findings, folded where they are many, and the fix of each rule. Where there are too many for a comment,
// the gravest are kept and the others counted. It begins with a comment that nobody sees, by which a program finds what
// it wrote before.
func Markdown(w io.Writer, res rules.Result, o Options) error {
	o.Real = remembered(o.Real)
	m := &markdown{o: o, files: newSources(o.Read)}
	m.line("<!-- archlint%s -->", strings.ReplaceAll(prefixed(": ", plain(o.Category)), "--", "- -"))
	m.line("## archlint%s", prefixed(": ", prose(o.Category)))
	m.line("")
	m.line("%s", m.counts(res))
	groups := o.byRoot(res.Findings)
	m.table(groups)
	m.inputErrors(res.Diagnostics)
	fold := len(res.Findings) > maxUnfolded
	chosen := m.choose(groups, fold, maxMarkdown-m.text.Len())
	for _, g := range groups {
		m.group(g, fold, chosen)
	}
	m.fixes(res.Rules, chosen, fold)
	if n := len(res.Findings) - len(chosen); n > 0 {
		m.line("")
		m.line("… and %s, left out to keep this short: other formats of the report have them all.", more(n, "finding"))
	}
	if o.Review != nil && len(o.Review.Workloads) > 0 {
		m.line("")
		m.line("## Architecture%s", prefixed(": ", prose(o.Category)))
		m.reviews(*o.Review)
	}
	_, err := w.Write(m.text.Bytes())
	return err
}

// markdown makes the parts of one summary.
type markdown struct {
	o     Options
	files *sources
	text  bytes.Buffer
}

func (m *markdown) line(format string, args ...any) { fmt.Fprintf(&m.text, format+"\n", args...) }

// table counts the findings of each root, where there are several.
func (m *markdown) table(groups []rootFindings) {
	if len(groups) < 2 {
		return
	}
	m.line("")
	m.line("| Root | Errors | Warnings | Notes |")
	m.line("|---|---:|---:|---:|")
	begin := m.text.Len()
	for i, g := range groups {
		n := levels(g.findings)
		row := fmt.Sprintf("| %s | %d | %d | %d |", strings.ReplaceAll(code(g.unit), "|", `\|`), n[rules.Error], n[rules.Warning], n[rules.Note])
		if m.text.Len()-begin+len(row) > maxTable {
			m.line("| and %s | | | |", more(len(groups)-i, "root"))
			break
		}
		m.line("%s", row)
	}
}

// choose takes as many findings as there are bytes left for, the gravest first, with what stands around them.
func (m *markdown) choose(groups []rootFindings, fold bool, left int) map[*rules.Finding]bool {
	const reserve = 300 // for what is said at the end
	left -= reserve
	var all []*rules.Finding
	in := map[*rules.Finding]rootFindings{}
	for _, g := range groups {
		all = append(all, g.findings...)
		for _, f := range g.findings {
			in[f] = g
		}
	}
	roots, ruled := map[string]bool{}, map[*rules.Rule]bool{} // those that are begun
	chosen := map[*rules.Finding]bool{}
	for _, f := range byLevel(all) {
		g := in[f]
		cost := len(m.item(f)) + 1
		if !roots[g.unit] {
			cost += len(summary(g, fold)) + len(endOfGroup) + 3
		}
		if !ruled[f.Rule] {
			cost += len(fix(f.Rule)) + 1
		}
		if cost > left {
			break // a milder one that would fit must not stand where a graver one is left out
		}
		left -= cost
		roots[g.unit], ruled[f.Rule], chosen[f] = true, true, true
	}
	return chosen
}

const endOfGroup = "\n</details>\n"

// group writes the chosen findings of a root.
func (m *markdown) group(g rootFindings, fold bool, chosen map[*rules.Finding]bool) {
	begun := false
	for _, f := range byLevel(g.findings) {
		if !chosen[f] {
			continue
		}
		if !begun {
			begun = true
			m.line("")
			m.line("%s", summary(g, fold))
			m.line("")
		}
		m.line("%s", m.item(f))
	}
	if begun {
		m.text.WriteString(endOfGroup)
	}
}

// fixes tells what to do about the chosen findings, rule by rule.
func (m *markdown) fixes(all []*rules.Rule, chosen map[*rules.Finding]bool, fold bool) {
	of := map[*rules.Rule]bool{}
	for f := range chosen {
		of[f.Rule] = true
	}
	if len(of) == 0 {
		return
	}
	m.line("")
	m.line("%s<summary>What to do</summary>", details(fold))
	m.line("")
	for _, r := range all {
		if of[r] {
			m.line("%s", fix(r))
		}
	}
	m.text.WriteString(endOfGroup)
}

// fix is the line of a rule's fix.
func fix(r *rules.Rule) string {
	return fmt.Sprintf("- **%s** %s: %s", r.ID, code(r.Name), prose(r.Fix.Advice))
}

// details begins what can be folded.
func details(fold bool) string {
	if fold {
		return "<details>"
	}
	return "<details open>"
}

// summary is the line that a root's findings are folded behind.
func summary(g rootFindings, fold bool) string {
	return fmt.Sprintf("%s<summary><code>%s</code>: %s</summary>", details(fold), html.Replace(plain(g.unit)), countLevels(levels(g.findings)))
}

// item is the line of a finding.
func (m *markdown) item(f *rules.Finding) string {
	at, text := m.o.placed(f)
	s := m.o.spot(m.files, at)
	place := code(s.String())
	if at.Address != "" {
		place = code(s.path)
	}
	if m.o.Link != nil && s.region.startLine > 0 {
		if _, in := m.o.within(at.File); in {
			if link := m.o.Link(s.path, s.region.startLine); link != "" {
				place = fmt.Sprintf("[%s](<%s>)", place, link)
			}
		}
	}
	return fmt.Sprintf("- **%s** %s %s %s: %s", f.Level, f.Rule.ID, code(f.Rule.Name), place, cut(prose(text), maxMarkdownLine))
}

// inputErrors writes what could not be read.
func (m *markdown) inputErrors(all []graph.Diagnostic) {
	n := broken(all)
	if n == 0 {
		return
	}
	m.line("")
	m.line("<details><summary>%s: what stands there is not judged</summary>", count(n, "input error"))
	m.line("")
	told := 0
	for _, d := range all {
		if d.Severity != graph.Error {
			continue
		}
		if told == maxInputErrors {
			m.line("- and %d more", n-told)
			break
		}
		told++
		m.line("- %s %s", code(m.o.spot(m.files, d.Range).String()), cut(prose(d.Message), maxMarkdownLine/4))
	}
	m.text.WriteString(endOfGroup)
}

// cut shortens a text to so many bytes.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// counts is the sentence that comes first.
func (m *markdown) counts(res rules.Result) string {
	if res.Units == 0 {
		return "Nothing to lint: no Terraform or CloudFormation was found."
	}
	found := countLevels(levels(res.Findings))
	if len(res.Findings) == 0 && res.Known > 0 {
		found = "No new findings"
	}
	line := fmt.Sprintf("**%s** in %s of %s", found, count(res.Resources, "declared resource"), count(res.Units, "unit")) + silenced(res)
	if n := len(res.Abstentions); n > 0 {
		line += fmt.Sprintf("; %s left open", count(n, "verdict"))
	}
	return line + "."
}

// more is "1 more finding" or "7 more findings".
func more(n int, noun string) string {
	number, rest, _ := strings.Cut(count(n, noun), " ")
	return number + " more " + rest
}

// prefixed is a text behind a prefix, or nothing where there is no text.
func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

var html = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// special are the characters that have a meaning in Markdown wherever they stand in a line. An underscore within a word
// has none.
var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "~", `\~`, "|", `\|`)

// mention is what GitHub and GitLab would tell somebody of, or link to an issue.
var mention = regexp.MustCompile(`[@#]([0-9A-Za-z])`)

// outside is an underscore that does not stand within a word.
var outside = regexp.MustCompile(`(^|[^0-9A-Za-z_])(_+)|(_+)($|[^0-9A-Za-z_])`)

// prose makes a text that is shown as it is: on one line, without emphasis, links or mentions.
func prose(text string) string {
	text = special.Replace(plain(text))
	text = outside.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, "_", `\_`) })
	return mention.ReplaceAllStringFunc(text, func(s string) string { return s[:1] + "\u2060" + s[1:] })
}

// code makes a text of code: between more back quotes than it has in a row.
func code(text string) string {
	text = plain(text)
	ticks := "`"
	for strings.Contains(text, ticks) {
		ticks += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return ticks + text + ticks
}
