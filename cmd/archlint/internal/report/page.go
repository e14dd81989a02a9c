package report

import (
	"fmt"
	"strings"

	"github.com/mitchellh/go-wordwrap"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// pageWidth is how wide a page is in columns.
const pageWidth = 100

// An Example is a file that shows a rule at work.
type Example struct {
	Language string // "terraform" or "cloudformation"
	Bad      string // code that the rule reports; "" where there is none to show
}

// A RulePage is the documentation of one rule, made from its value and its examples.
type RulePage struct {
	rule     *rules.Rule
	examples []Example
}

// Page makes the page of a rule.
func Page(r *rules.Rule, examples []Example) RulePage { return RulePage{r, examples} }

// Text is the page for a terminal, 100 columns wide. It ends in a line feed.
func (p RulePage) Text() string {
	r := p.rule
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s (%s)\n\n", r.ID, r.Name, p.status())
	fmt.Fprintf(&b, "%s\n", wrapped(sentence(r.Title)))
	section := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n%s\n\n%s\n", title, indented(text))
		}
	}
	section("Why", wrapped(r.Why))
	section("Precedence", wrapped(precedence(r)))
	for _, e := range p.examples {
		section("Reported, in "+language(e.Language), strings.TrimSpace(e.Bad))
	}
	section("Fix", wrapped(r.Fix.Advice))
	section("Instead, in Terraform", strings.TrimSpace(r.Fix.Terraform))
	section("Instead, in CloudFormation", strings.TrimSpace(r.Fix.CloudFormation))
	section("See", strings.Join(r.See, "\n"))
	return b.String()
}

// Markdown is the page for a browser. It ends in a line feed.
func (p RulePage) Markdown() string {
	r := p.rule
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %s\n\n%s\n\n*%s*\n", r.ID, r.Name, sentence(r.Title), upper(p.status()))
	fmt.Fprintf(&b, "\n## Why\n\n%s\n", oneLine(r.Why))
	if text := precedence(r); text != "" {
		fmt.Fprintf(&b, "\n## Precedence\n\n%s\n", text)
	}
	code := func(title, lang, text string) {
		if text = strings.Trim(text, "\n"); text != "" {
			fmt.Fprintf(&b, "\n%s\n\n```%s\n%s\n```\n", title, fence(lang), text)
		}
	}
	for _, e := range p.examples {
		code("Reported, in "+language(e.Language)+":", e.Language, e.Bad)
	}
	fmt.Fprintf(&b, "\n## Fix\n\n%s\n", oneLine(r.Fix.Advice))
	code("In Terraform:", "terraform", r.Fix.Terraform)
	code("In CloudFormation:", "cloudformation", r.Fix.CloudFormation)
	if len(r.See) > 0 {
		b.WriteString("\n## See\n\n")
		for _, url := range r.See {
			fmt.Fprintf(&b, "- <%s>\n", url)
		}
	}
	return b.String()
}

// precedence tells which rules speak in this one's place, "" where none does.
func precedence(r *rules.Rule) string {
	if len(r.YieldsTo) == 0 {
		return ""
	}
	return "Gives way to " + graph.Enumerate(r.YieldsTo, "") + " where they find fault with the same thing."
}

// status tells a rule's level, its story and whether it is on.
func (p RulePage) status() string {
	words := []string{p.rule.Level.String()}
	if p.rule.Off {
		words = append(words, "off unless asked for")
	}
	if story := p.rule.Story; story != "" {
		words = append(words, "story: "+string(story))
		if n := p.rule.Stage; n > 0 && n <= len(story.Stages()) {
			words = append(words, fmt.Sprintf("stage %d: %s", n, story.Stages()[n-1]))
		}
	}
	if len(p.rule.Aliases) > 0 {
		words = append(words, "formerly "+strings.Join(p.rule.Aliases, ", "))
	}
	return strings.Join(words, "; ")
}

func language(l string) string {
	if l == "cloudformation" {
		return "CloudFormation"
	}
	return "Terraform"
}

func fence(l string) string {
	if l == "cloudformation" {
		return "yaml"
	}
	return "hcl"
}

func wrapped(text string) string {
	return wordwrap.WrapString(oneLine(text), pageWidth-2)
}

func indented(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if l = strings.TrimRight(l, " \t\r"); l != "" {
			l = "  " + l
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

func upper(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
