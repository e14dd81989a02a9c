package cli

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/rules"
)

// A format is a way to write a result.
type format struct {
	name  string
	write report.Writer
}

// allFormats are the formats of a report, the default first.
var allFormats = []format{{"text", report.Text}, {"json", report.JSON}, {"sarif", report.SARIF}}

func formats() []string {
	var out []string
	for _, f := range allFormats {
		out = append(out, f.name)
	}
	return out
}

// toStdout is the file that stands for standard output.
const toStdout = "-"

// A target is a report that is to be written.
type target struct {
	format format
	file   string // toStdout or a path
}

// targets are the reports that the flags ask for.
func (f *lintFlags) targets() ([]target, error) {
	if len(f.outputs) == 0 {
		return []target{{f.formatNamed(f.format.value), toStdout}}, nil
	}
	var out []target
	for _, o := range f.outputs {
		name, file, both := strings.Cut(o, "=")
		if !both {
			name, file = f.format.value, o
		}
		if err := f.format.check(name); err != nil {
			return nil, fmt.Errorf("--output %s: %w", o, err)
		}
		if file == "" {
			return nil, fmt.Errorf("--output %s: no file is named; - is standard output", o)
		}
		out = append(out, target{f.formatNamed(name), file})
	}
	return out, nil
}

func (f *lintFlags) formatNamed(name string) format {
	return allFormats[slices.IndexFunc(allFormats, func(f format) bool { return strings.EqualFold(f.name, name) })]
}

// write writes the report to where it belongs.
func (t target) write(stdout io.Writer, res rules.Result, o report.Options, color bool) error {
	o.Color = color
	if t.file == toStdout {
		if err := t.format.write(stdout, res, o); err != nil {
			return fmt.Errorf("cannot write to standard output: %w", err)
		}
		return nil
	}
	if err := replace(t.file, func(w io.Writer) error { return t.format.write(w, res, o) }); err != nil {
		return fmt.Errorf("cannot write %s: %w", t.file, err)
	}
	return nil
}

// replace gives a file new content, all or nothing: it is written beside the file and then renamed. What is no regular
// file, such as a pipe, is written to as it is.
func replace(path string, write func(io.Writer) error) (err error) {
	mode := fs.FileMode(0o644)
	switch at, err := os.Stat(path); {
	case err == nil && at.IsDir():
		return fmt.Errorf("it is a directory")
	case err == nil && !at.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return cause(err)
		}
		return finish(f, write)
	case err == nil:
		mode = at.Mode().Perm()
		// The file behind a link is replaced, not the link.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return cause(err)
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".archlint-*")
	if err != nil {
		return cause(err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	if err := finish(f, write); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), mode); err != nil {
		return cause(err)
	}
	return cause(os.Rename(f.Name(), path))
}

// finish writes and closes a file.
func finish(f *os.File, write func(io.Writer) error) error {
	w := bufio.NewWriter(f)
	err := write(w)
	if err == nil {
		err = w.Flush()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return cause(err)
}
