//go:build !unix

package catalogue_test

import "time"

var started = time.Now()

// processorTime is the time since the start, in place of that for which all processors together have worked for this
// process.
func processorTime() time.Duration { return time.Since(started) }
