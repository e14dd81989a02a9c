//go:build !unix && !windows

package cli

import "os"

// terminalWidth knows of no terminals here.
func terminalWidth(*os.File) int { return 0 }
