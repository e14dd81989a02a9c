package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// terminalWidth asks a console for the width of its window; 0 where it does not tell.
func terminalWidth(f *os.File) int {
	var at windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(f.Fd()), &at); err != nil {
		return 0
	}
	return int(at.Window.Right) - int(at.Window.Left) + 1
}
