//go:build unix

package disk_test

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/archlint/archlint/parsers/disk"
)

// To open a FIFO would be to wait for its writer.
func TestReadOfPipes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe.tf")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	if _, err := disk.Read(path, 1); !errors.Is(err, disk.ErrIrregular) {
		t.Errorf("error %v", err)
	}
}
