package report

import (
	"bytes"

	"github.com/archlint/archlint/rules"
)

// A change is an edit of a file as reports give it: the region that gives way, which is empty where something is added,
// and the text that takes its place.
type change struct {
	region region
	text   string
}

// change is the edit that a finding offers; ok is false where it has none or its file is not the one that was read.
func (s *sources) change(f *rules.Finding) (c change, ok bool) {
	e := f.Edit
	if e == nil || e.Range.Address != "" {
		return change{}, false
	}
	file := s.file(e.Range.File)
	if file == nil || e.Range.Start.Byte < 0 || e.Range.End.Byte > len(file.content) || e.Range.End.Byte < e.Range.Start.Byte {
		return change{}, false
	}
	if line, _ := file.at(e.Range.Start.Byte); line != e.Range.Start.Line {
		return change{}, false
	}
	if !e.Below {
		return change{s.region(e.Range), e.Text}, true
	}
	line, _ := file.at(e.Range.End.Byte)
	if line >= len(file.starts) {
		return change{}, false // the last line: what follows closes the block
	}
	ending := "\n"
	if bytes.HasSuffix(file.content[:file.starts[line]], []byte("\r\n")) {
		ending = "\r\n"
	}
	return change{region{line + 1, 1, line + 1, 1}, e.Text + ending}, true
}
