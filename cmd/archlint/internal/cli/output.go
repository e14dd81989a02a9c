package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/rules"
)

// A format is a way to write a result.
type format struct {
	name  string
	write report.Writer
}

// allFormats are the formats of a report, the default first.
var allFormats = []format{
	{"text", report.Text},
	{"json", report.JSON},
	{"sarif", report.SARIF},
	{"github", report.Annotations},
	{"gitlab", report.CodeQuality},
	{"junit", report.JUnit},
	{"checkstyle", report.Checkstyle},
	{"markdown", report.Markdown},
}

func formats() []string {
	var out []string
	for _, f := range allFormats {
		out = append(out, f.name)
	}
	return out
}

// completeOutput offers the formats that may stand before a file, and files.
func completeOutput(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, f := range formats() {
		if strings.HasPrefix(f, begun) {
			out = append(out, f+"=")
		}
	}
	return out, cobra.ShellCompDirectiveNoSpace
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
			if f.format.check(o) == nil {
				return nil, fmt.Errorf("--output %s names a format and no file: write --output %s=file, --format %s, or ./%s for a file of that name", o, o, o, o)
			}
		}
		if err := f.format.check(name); err != nil {
			return nil, fmt.Errorf("--output %s: %w", o, err)
		}
		if file == "" {
			return nil, fmt.Errorf("--output %s: no file is named; - is standard output", o)
		}
		t := target{f.formatNamed(name), file}
		if err := t.ready(out); err != nil {
			return nil, fmt.Errorf("--output %s: %w", o, err)
		}
		out = append(out, t)
	}
	return out, nil
}

// ready refuses, before any work is done, what cannot be written to: a file whose directory is not there, a directory,
// and what another report goes to already.
func (t target) ready(others []target) error {
	for _, o := range others {
		if o.file == toStdout && t.file == toStdout {
			return errors.New("another report goes to standard output already")
		}
		if o.file != toStdout && t.file != toStdout && filepath.Clean(o.file) == filepath.Clean(t.file) {
			return errors.New("another report goes to that file already")
		}
	}
	if t.file == toStdout {
		return nil
	}
	if at, err := os.Stat(t.file); err == nil && at.IsDir() {
		return errors.New("it is a directory")
	}
	dir := filepath.Dir(t.file)
	switch at, err := os.Stat(dir); {
	case err != nil:
		return fmt.Errorf("there is no directory %s: %w", dir, disk.Cause(err))
	case !at.IsDir():
		return fmt.Errorf("%s is not a directory", dir)
	}
	return nil
}

func (f *lintFlags) formatNamed(name string) format {
	return allFormats[slices.IndexFunc(allFormats, func(f format) bool { return strings.EqualFold(f.name, name) })]
}

// write writes the report to where it belongs.
func (t target) write(stdout io.Writer, res rules.Result, o report.Options, color bool, width int) error {
	o.Color, o.Width = color, width
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

// writeTo writes to a file, or to standard output.
func (p *program) writeTo(file string, write func(io.Writer) error) error {
	if file == toStdout {
		if err := write(p.stdout); err != nil {
			return fmt.Errorf("cannot write to standard output: %w", err)
		}
		return nil
	}
	if err := replace(file, write); err != nil {
		return fmt.Errorf("cannot write %s: %w", file, err)
	}
	return nil
}

// replace gives a file new content, all or nothing: it is written beside the file and then renamed. The mode of a file
// that is there is kept; what is no regular file, such as a pipe, is written to as it is.
func replace(path string, write func(io.Writer) error) (err error) {
	at, err := os.Stat(path)
	switch {
	case err == nil && at.IsDir():
		return errors.New("it is a directory")
	case err == nil && !at.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return disk.Cause(err)
		}
		return finish(f, write, false)
	case err == nil:
		// The file behind a link is replaced, not the link.
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return disk.Cause(err)
		}
	}
	f, err := beside(path)
	if err != nil {
		return disk.Cause(err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	if err := finish(f, write, true); err != nil {
		return err
	}
	if at != nil {
		if err := os.Chmod(f.Name(), at.Mode().Perm()); err != nil {
			return disk.Cause(err)
		}
	}
	return disk.Cause(os.Rename(f.Name(), path))
}

// beside makes a new file in the directory of another, with the mode that the user's mask gives new files.
func beside(path string) (f *os.File, err error) {
	const tries = 100
	for range tries {
		name := fmt.Sprintf(".archlint-%016x", rand.Uint64())
		f, err = os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return f, err
}

// finish writes and closes a file, and where that is asked for sees to it that its content is on the disk: else a crash
// after the renaming could leave an empty file in place of the old one.
func finish(f *os.File, write func(io.Writer) error, sync bool) error {
	w := bufio.NewWriter(f)
	err := write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil && sync {
		if e := f.Sync(); !errors.Is(e, errors.ErrUnsupported) {
			err = e
		}
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return disk.Cause(err)
}
