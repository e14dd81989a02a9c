//go:build unix

package catalogue_test

import (
	"syscall"
	"time"
)

// processorTime is how long all processors together have worked for this process: other than the time of day, it hardly
// depends on what else runs on a machine.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
