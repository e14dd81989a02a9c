package report

import (
	"regexp"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/archlint/archlint/rules"
)

// semantic tells whether a version is one of semantic versioning.
var semantic = regexp.MustCompile(`^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$`)

// descriptor describes a rule to code scanning.
func descriptor(r *rules.Rule, examples func(*rules.Rule) []Example) *sarif.ReportingDescriptor {
	page := Page(r, nil)
	if examples != nil {
		page = Page(r, examples(r))
	}
	help := page.Text()
	markdown := page.Markdown()
	d := sarif.NewRule(r.ID).WithName(pascal(r.Name)).
		WithShortDescription(sarif.NewMultiformatMessageString(short(sentence(r.Title)))).
		WithFullDescription(sarif.NewMultiformatMessageString(short(oneLine(r.Why)))).
		WithHelp(&sarif.MultiformatMessageString{Text: &help, Markdown: &markdown})
	if len(r.See) > 0 {
		d.WithHelpURI(r.See[0])
	}
	configuration := sarif.NewReportingConfiguration().WithLevel(r.Level.String())
	d.WithDefaultConfiguration(configuration)
	return d.WithProperties(sarif.Properties{
		"tags":             []string{"architecture", "aws", "reliability", chapter(r)},
		"precision":        "high", // a rule is silent where it is not sure
		"problem.severity": [...]string{rules.Note: "recommendation", rules.Warning: "warning", rules.Error: "error"}[r.Level],
	})
}

// chapter is a rule's story as a tag.
func chapter(r *rules.Rule) string {
	return strings.ReplaceAll(strings.ToLower(string(r.Story)), " ", "-")
}

// pascal turns "asg-single-az" into "AsgSingleAz".
func pascal(name string) string {
	var out strings.Builder
	for _, word := range strings.Split(name, "-") {
		if word != "" {
			out.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return out.String()
}

// sentence ends a text with a full stop.
func sentence(text string) string {
	if text == "" || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

// oneLine joins the lines of a paragraph.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// short cuts a text to what GitHub shows of it.
func short(text string) string {
	if r := []rune(text); len(r) > maxText {
		return string(r[:maxText-1]) + "…"
	}
	return text
}
