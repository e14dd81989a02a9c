// Package disk reads what a source tree holds: regular files alone, and of none more than its reader has use for; and it
// tells how paths lie. It knows nothing of what stands in files.
package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// MaxSource is the size in bytes beyond which a file of source is not read.
const MaxSource = 16 << 20

// MaxPath is the length in bytes beyond which a path that is written somewhere names nothing: Linux takes none that is longer
// (PATH_MAX in its limits.h), and nobody writes one. What asks about every directory above a path asks about few then.
const MaxPath = 4096

// ErrIrregular is the error about what is neither a file nor a directory, such as a FIFO or a device.
var ErrIrregular = errors.New("it is not a regular file")

// ErrDirectory is the error about a directory in place of a file.
var ErrDirectory = errors.New("it is a directory")

// A TooLargeError is the error about a file of more bytes than are read.
type TooLargeError struct{ Most int64 }

// Error tells the bound.
func (e TooLargeError) Error() string { return fmt.Sprintf("it has more than %d MiB", e.Most>>20) }

// A File is a regular file that has been looked at, and not yet read.
type File struct {
	path string
	size int64 // in bytes, when it was looked at
}

// Look looks at a file, links followed. The path may have forward slashes on every system; the error, about what is not
// there or no regular file, does not tell it.
func Look(path string) (File, error) {
	path = filepath.FromSlash(path)
	at, err := os.Stat(path)
	if err != nil {
		return File{}, Cause(err)
	}
	return Seen(path, at)
}

// Seen is [Look] for who knows already what stands at a path, links followed.
func Seen(path string, at fs.FileInfo) (File, error) {
	switch {
	case at.IsDir():
		return File{}, ErrDirectory
	case !at.Mode().IsRegular(): // asked before it is opened: to open a FIFO is to wait for its writer
		return File{}, ErrIrregular
	}
	return File{filepath.FromSlash(path), at.Size()}, nil
}

// Open opens the file.
func (f File) Open() (*os.File, error) {
	out, err := os.Open(f.path)
	if err != nil {
		return nil, Cause(err)
	}
	return out, nil
}

// Open opens a regular file, links followed, and gives its size in bytes. The path and the error are as those of [Look].
func Open(path string) (*os.File, int64, error) {
	at, err := Look(path)
	if err != nil {
		return nil, 0, err
	}
	f, err := at.Open()
	return f, at.size, err
}

// Read reads a regular file of at most so many bytes; of a larger one the error is a [TooLargeError]. The path and the
// error are as those of [Look].
func Read(path string, most int64) ([]byte, error) {
	f, err := Look(path)
	if err != nil {
		return nil, err
	}
	return f.Read(most)
}

// Read reads the file as the function of that name does.
func (f File) Read(most int64) ([]byte, error) {
	var content bytes.Buffer
	if err := f.ReadInto(&content, most); err != nil {
		return nil, err
	}
	return content.Bytes(), nil
}

// A Buffer is what a file can be read into: [bytes.Buffer], [strings.Builder].
type Buffer interface {
	io.Writer
	Grow(n int)
}

// ReadInto reads the file as [Read] does, and appends its content to a buffer, which has a part of it where there is an
// error.
func (f File) ReadInto(content Buffer, most int64) error {
	if f.size > most {
		return TooLargeError{most}
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	limit := f.size // the end need not be asked for
	if limit == 0 {
		limit = most + 1 // what the system makes up as it is read has no size
	}
	content.Grow(int(f.size) + bytes.MinRead) // or reading to the end would double it
	var chunk []byte                          // of no use to what reads by itself
	if _, ok := content.(io.ReaderFrom); !ok {
		chunk = make([]byte, min(f.size+1, 32<<10)) // most files are smaller than what would be made
	}
	n, err := io.CopyBuffer(content, io.LimitReader(in, limit), chunk)
	switch {
	case err != nil:
		return Cause(err)
	case n > most:
		return TooLargeError{most}
	}
	return nil
}

// Cause is the reason of an error of the file system without the paths, which a message names in its own way.
func Cause(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// Below gives a path relative to a directory that it is or lies in, with forward slashes; ok is false elsewhere. Both are
// absolute, or both relative to the same directory. Neither need exist, and no links are followed.
func Below(dir, path string) (rel string, ok bool) {
	rel, err := filepath.Rel(filepath.FromSlash(dir), filepath.FromSlash(path))
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}
