package fence_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
)

func TestFence(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, file := range []string{"home/a", "home/sub/b", "homes/c", "out/d"} {
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for at, to := range map[string]string{"home/inner": "sub/b", "home/outer": "../out/d", "home/dir": "../out", "home/loop": "loop", "home/chain": "outer", "alias": "home"} {
		if err := os.Symlink(filepath.FromSlash(to), at); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	abs, err := filepath.Abs("home/a")
	if err != nil {
		t.Fatal(err)
	}
	closed, open := fence.New(true, "home"), fence.New(false, "home")
	for name, want := range map[string]struct{ closed, open, none error }{
		"home/a":           {},
		abs:                {},
		"home/sub/b":       {},
		"home/inner":       {},
		"home/sub/../a":    {},
		"alias/a":          {},
		"homes/c":          {closed: fence.ErrOutside},
		"home/../out/d":    {closed: fence.ErrOutside},
		"home/outer":       {closed: fence.ErrOutside, open: fence.ErrOutside},
		"home/chain":       {closed: fence.ErrOutside, open: fence.ErrOutside},
		"home/dir/d":       {closed: fence.ErrOutside, open: fence.ErrOutside},
		"alias/outer":      {closed: fence.ErrOutside},
		"home/sub":         {disk.ErrDirectory, disk.ErrDirectory, disk.ErrDirectory},
		"home/gone":        {fs.ErrNotExist, fs.ErrNotExist, fs.ErrNotExist},
		"home/gone/as/all": {fs.ErrNotExist, fs.ErrNotExist, fs.ErrNotExist},
	} {
		for kind, c := range map[string]struct {
			f    *fence.Fence
			want error
		}{"closed": {closed, want.closed}, "open": {open, want.open}, "none": {nil, want.none}} {
			err := c.f.Check(name)
			if !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
				t.Errorf("%s, %s: %v, want %v", name, kind, err, c.want)
			}
			if _, read := c.f.Read(name, 1); !errors.Is(read, c.want) || (read == nil) != (c.want == nil) {
				t.Errorf("%s, %s: reading it gives %v, want %v", name, kind, read, c.want)
			}
		}
	}
	if closed.Check("home/loop") == nil {
		t.Error("a link to itself is a file")
	}
	if closed.Encloses("out") || closed.Encloses("home/dir") || open.Encloses("home/dir") || !open.Encloses("out") || !closed.Encloses("home/sub") || !closed.Encloses("home/gone") {
		t.Error("directories are judged otherwise than files")
	}
}
