package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// version is archlint's own, as the Go toolchain stamped it, without the leading v; "" is a development build.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok || !strings.HasPrefix(build.Main.Version, "v") {
		return ""
	}
	return strings.TrimPrefix(build.Main.Version, "v")
}

// versionCommand makes "archlint version".
func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Tell the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			v := version()
			if v == "" {
				v = "(development build)"
			}
			_, err := fmt.Fprintf(p.stdout, "archlint %s %s %s/%s\n", v, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
