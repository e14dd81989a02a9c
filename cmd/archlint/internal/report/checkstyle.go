package report

import (
	"bytes"
	"encoding/xml"
	"io"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// The elements of a report as the Java linter Checkstyle writes it, which many programs read.
type (
	checkstyleReport struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"` // of Checkstyle, whose format this is
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"` // error, warning or info
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// Checkstyle writes a result in the format of Checkstyle: findings and unreadable files, file by file.
func Checkstyle(w io.Writer, res rules.Result, o Options) error {
	o.Real = remembered(o.Real)
	files := newSources(o.Read)
	out := checkstyleReport{Version: "4.3"}
	index := map[string]int{} // of files
	add := func(at spot, l rules.Level, text, source string) {
		i, ok := index[at.path]
		if !ok {
			i = len(out.Files)
			index[at.path] = i
			out.Files = append(out.Files, checkstyleFile{Name: at.path})
		}
		out.Files[i].Errors = append(out.Files[i].Errors, checkstyleError{Line: max(at.region.startLine, 1), Column: at.region.startColumn,
			Severity: [...]string{rules.Note: "info", rules.Warning: "warning", rules.Error: "error"}[l], Message: text, Source: source})
	}
	for _, d := range res.Diagnostics {
		if d.Severity == graph.Error {
			add(o.spot(files, d.Range), rules.Error, "archlint cannot read this: "+d.Message, "archlint.input")
		}
	}
	for _, f := range res.Findings {
		at, text := o.placed(f)
		add(o.spot(files, at), f.Level, f.Rule.ID+" "+f.Rule.Name+": "+text, "archlint."+f.Rule.ID)
	}
	return writeXML(w, out)
}

// writeXML writes an indented document.
func writeXML(w io.Writer, document any) error {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(document); err != nil {
		return err
	}
	b.WriteByte('\n')
	return shown(w, b.Bytes())
}
