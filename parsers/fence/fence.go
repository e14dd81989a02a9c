// Package fence reads files that somebody else named: a configuration, a template, a link. It lets through those alone that
// lie where the user pointed: what is linted may come from a stranger, and a report tells what it was made from to whoever
// reads it.
//
// It knows no language.
package fence

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers/disk"
)

// ErrOutside is why a file or directory is refused that does not lie where files may be read.
var ErrOutside = errors.New("it lies outside of the repository, or a link leads out of it; --root names another directory that all belongs to")

// A Fence is what may be read. A nil Fence lets everything through. Its methods may be called from several
// goroutines.
type Fence struct {
	closed bool
	trees  []string // absolute, without links
	shown  []string // the same as they were written, absolute
	cwd    string

	mu   sync.Mutex
	real map[string]string // directories without links, by absolute path; "" of those that are not there
}

// New makes the fence around some directories. If closed, nothing outside of them is let through: they are repositories.
// Else they may be parts of something larger, and a path that leads out of them as it is written, as "../modules" may, is
// let through; but never one that lies in them and leads out by a link.
//
// A directory that cannot be resolved encloses nothing.
func New(closed bool, dirs ...string) *Fence {
	f := &Fence{closed: closed, real: map[string]string{}}
	f.cwd, _ = os.Getwd() // without it relative paths are resolved by the system, each for itself
	for _, dir := range dirs {
		abs := f.absolute(dir)
		if real := f.resolved(abs); real != "" {
			f.trees, f.shown = append(f.trees, real), append(f.shown, abs, real)
		}
	}
	return f
}

func (f *Fence) absolute(name string) string {
	name = filepath.FromSlash(name)
	if !filepath.IsAbs(name) && f.cwd != "" {
		return filepath.Join(f.cwd, name)
	}
	return filepath.Clean(name)
}

// resolved is an absolute directory without links, "" where it is not there.
func (f *Fence) resolved(dir string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	real, known := f.real[dir]
	if !known {
		real, _ = filepath.EvalSymlinks(dir)
		f.real[dir] = real
	}
	return real
}

// Encloses tells whether a directory may be looked into, as far as it is there.
func (f *Fence) Encloses(dir string) bool {
	if f == nil {
		return true
	}
	abs := f.absolute(dir)
	real := f.resolved(abs)
	return real == "" || f.allows(abs, real)
}

// allows judges a path by what it is written as and what it leads to.
func (f *Fence) allows(abs, real string) bool {
	return within(f.trees, real) || !f.closed && !within(f.shown, abs)
}

// within tells whether a clean path is one of the directories or lies in one.
func within(dirs []string, path string) bool {
	for _, dir := range dirs {
		rest, ok := strings.CutPrefix(path, dir)
		if ok && (rest == "" || os.IsPathSeparator(rest[0]) || os.IsPathSeparator(dir[len(dir)-1])) {
			return true
		}
	}
	return false
}

// Check tells why a file may not be read: [ErrOutside], or what [disk.Open] says of it.
func (f *Fence) Check(name string) error {
	at, err := f.look(name)
	if err != nil {
		return err
	}
	file, err := at.Open()
	if err != nil {
		return err
	}
	return file.Close()
}

// Read reads a file that may be read as [disk.Read] does.
func (f *Fence) Read(name string, most int64) ([]byte, error) {
	at, err := f.look(name)
	if err != nil {
		return nil, err
	}
	return at.Read(most)
}

// ReadInto reads a file that may be read as [disk.File.ReadInto] does.
func (f *Fence) ReadInto(content disk.Buffer, name string, most int64) error {
	at, err := f.look(name)
	if err != nil {
		return err
	}
	return at.ReadInto(content, most)
}

// look looks at a file that may be read; the error is [ErrOutside] about one that may not. What is not there may be, to be
// told of as missing.
func (f *Fence) look(name string) (disk.File, error) {
	if f == nil {
		return disk.Look(name)
	}
	at, err := os.Lstat(filepath.FromSlash(name))
	if err != nil {
		return disk.File{}, disk.Cause(err)
	}
	link := at.Mode()&fs.ModeSymlink != 0
	abs := f.absolute(name)
	real := ""
	if link {
		if real, err = filepath.EvalSymlinks(abs); err != nil {
			return disk.File{}, disk.Cause(err)
		}
	} else if dir := f.resolved(filepath.Dir(abs)); dir != "" {
		real = filepath.Join(dir, filepath.Base(abs))
	}
	switch {
	case !f.allows(abs, real):
		return disk.File{}, ErrOutside
	case link:
		return disk.Look(name)
	}
	return disk.Seen(name, at)
}
