package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// codeIssue is a finding as GitLab reads it; all of its fields are required. See "Code Quality report format" in
// GitLab's documentation.
type codeIssue struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"` // of the finding, in all of a report but once
	Severity    string `json:"severity"`    // info, minor, major, critical or blocker
	Location    struct {
		Path  string `json:"path"` // from the repository's root, without ./ before it
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

// CodeQuality writes a result for the code quality widget of GitLab's merge requests. The fingerprints do not change
// when lines move. Files that could not be read are issues too, or a broken file would seem to be a mended one.
func CodeQuality(w io.Writer, res rules.Result, o Options) error {
	o.Real = remembered(o.Real)
	files := newSources(o.Read)
	out := []codeIssue{}
	add := func(check, severity, fingerprint, text string, at spot) {
		i := codeIssue{Description: plain(text), CheckName: check, Fingerprint: fingerprint, Severity: severity}
		i.Location.Path = at.path
		i.Location.Lines.Begin = max(at.region.startLine, 1)
		out = append(out, i)
	}
	names := identities{}
	for _, f := range res.Findings {
		at, text := o.placed(f)
		unit, _ := o.within(f.Unit)
		severity := [...]string{rules.Note: "info", rules.Warning: "major", rules.Error: "critical"}[f.Level]
		add(f.Rule.Name, severity, names.of(f, unit), f.Rule.ID+": "+text, o.spot(files, at))
	}
	for _, d := range res.Diagnostics {
		if d.Severity == graph.Error {
			at := o.spot(files, d.Range)
			sum := sha256.Sum256([]byte(at.path + "\x00" + d.Message))
			add("input-error", "critical", names.numbered(hex.EncodeToString(sum[:16])), "archlint cannot read this: "+d.Message, at)
		}
	}
	return WriteJSON(w, out)
}
