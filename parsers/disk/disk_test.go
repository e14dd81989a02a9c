package disk_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/disk"
)

func TestRead(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.tf"), []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		most int64
		want error
	}{
		{"a.tf", 4, nil},
		{"a.tf", 3, disk.TooLargeError{Most: 3}},
		{"gone.tf", 4, fs.ErrNotExist},
		{".", 4, disk.ErrDirectory},
		{os.DevNull, 4, disk.ErrIrregular},
	} {
		path := c.path
		if !filepath.IsAbs(path) {
			path = filepath.ToSlash(dir) + "/" + path
		}
		content, err := disk.Read(path, c.most)
		switch {
		case !errors.Is(err, c.want):
			t.Errorf("%s: error %v, want %v", c.path, err, c.want)
		case err == nil && string(content) != "text":
			t.Errorf("%s: %q", c.path, content)
		case err != nil && strings.Contains(err.Error(), dir):
			t.Errorf("%s: the error tells the path: %v", c.path, err)
		}
	}
	if got, want := (disk.TooLargeError{Most: 2 << 20}).Error(), "it has more than 2 MiB"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBelow(t *testing.T) {
	for _, c := range []struct {
		dir, path, rel string
		ok             bool
	}{
		{"/a", "/a", ".", true},
		{"/a", "/a/b/c", "b/c", true},
		{"/", "/a", "a", true},
		{"/a", "/ab", "", false},
		{"/a/b", "/a", "", false},
		{"/a", "/a/..b", "..b", true},
		{".", "a", "a", true},
		{".", "../a", "", false},
		{"..", "a", "", false}, // who knows what the current directory is called
		{"/a", "b", "", false},
	} {
		if rel, ok := disk.Below(c.dir, c.path); rel != c.rel || ok != c.ok {
			t.Errorf("%s below %s: %q, %v", c.path, c.dir, rel, ok)
		}
	}
}
