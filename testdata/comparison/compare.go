//go:build unix

// Command compare runs archlint and the linters beside it over directories, in turn, and prints what each run cost as a multiple of
// archlint's: processor time of the whole command with all that it starts, and the memory of its largest process. It is how the
// figures of README.md were taken.
//
//	go run ./testdata/comparison [-rounds N] [-limit D] terraform=DIR cloudformation=DIR …
//
// Programs that are not in PATH are left out. It runs where the system tells what its children cost: Linux and macOS, not Windows.
package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec" //nolint:depguard // this is not archlint: it starts the linters that it compares
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// language is one of the two, by the name that the tools have for it.
type language string

const (
	terraform      language = "terraform"
	cloudformation language = "cloudformation"
)

// linter is a command line with the tool's own rules, kept from the network.
type linter struct {
	name    string
	reads   []language
	command func(of language, dir string) ([]string, error)
}

// linters begins with the one that the others are measured by.
var linters = []linter{
	{"archlint", []language{terraform, cloudformation}, func(_ language, dir string) ([]string, error) {
		return []string{"archlint", "--no-config", dir}, nil
	}},
	{"tflint", []language{terraform}, func(_ language, dir string) ([]string, error) {
		return []string{"tflint", "--recursive", "--chdir=" + dir}, nil
	}},
	{"tflint, AWS rules", []language{terraform}, func(_ language, dir string) ([]string, error) {
		return []string{"tflint", "--recursive", "--enable-plugin=aws", "--chdir=" + dir}, nil
	}},
	{"tfsec", []language{terraform}, func(_ language, dir string) ([]string, error) {
		return []string{"tfsec", "--no-module-downloads", dir}, nil
	}},
	{"trivy", []language{terraform, cloudformation}, func(of language, dir string) ([]string, error) {
		return []string{"trivy", "config", "--skip-check-update", "--skip-version-check", "--misconfig-scanners", string(of), dir}, nil
	}},
	{"checkov", []language{terraform, cloudformation}, func(of language, dir string) ([]string, error) {
		return []string{"checkov", "--directory", dir, "--framework", string(of), "--quiet", "--compact", "--skip-download"}, nil
	}},
	{"cfn-lint", []language{cloudformation}, func(_ language, dir string) ([]string, error) {
		found, err := templates(dir)
		return append([]string{"cfn-lint"}, found...), err
	}},
}

func main() {
	rounds := flag.Int("rounds", 5, "counted runs of each command; the medians are printed")
	limit := flag.Duration("limit", 10*time.Minute, "a command that takes longer is ended, and not run again")
	flag.Parse()
	if err := compare(os.Stdout, os.Stderr, flag.Args(), *rounds, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1) //nolint:forbidigo // this is main
	}
}

// compare writes a table to out for each of the inputs, which are written as language=directory, and to log what is left out.
func compare(out, log io.Writer, inputs []string, rounds int, limit time.Duration) error {
	if len(inputs) == 0 || rounds < 1 {
		return errors.New("name directories, as in terraform=infra or cloudformation=stacks, and one round at least")
	}
	for _, input := range inputs {
		of, dir, ok := strings.Cut(input, "=")
		if !ok || language(of) != terraform && language(of) != cloudformation {
			return fmt.Errorf("%s: write terraform=%[1]s or cloudformation=%[1]s", input)
		}
		if err := table(out, log, language(of), dir, rounds, limit); err != nil {
			return err
		}
	}
	return nil
}

// cost is what one run took.
type cost struct {
	processor time.Duration // of all processes, in user and system mode
	wall      time.Duration
	memory    int64 // bytes, of the largest process
	exit      int
}

// table runs the linters in turn, so that what else the machine does falls upon all of them, and writes their medians.
func table(out, log io.Writer, of language, dir string, rounds int, limit time.Duration) error {
	var present []linter
	for _, l := range linters {
		if !slices.Contains(l.reads, of) {
			continue
		}
		command, err := l.command(of, dir)
		if err != nil {
			return err
		}
		if _, err := exec.LookPath(command[0]); err != nil {
			fmt.Fprintf(log, "%s is left out: %v\n", l.name, err)
			continue
		}
		present = append(present, l)
	}
	costs := map[string][]cost{}
	ended := map[string]bool{}
	for round := range rounds + 1 {
		for _, l := range present {
			if ended[l.name] {
				continue
			}
			command, err := l.command(of, dir)
			if err != nil {
				return err
			}
			spent, err := run(command, limit)
			switch {
			case errors.Is(err, context.DeadlineExceeded):
				ended[l.name] = true
			case err != nil:
				return fmt.Errorf("%s: %w", strings.Join(command[:1], " "), err)
			case round > 0: // the first fills the caches
				costs[l.name] = append(costs[l.name], spent)
			}
		}
	}
	fmt.Fprintf(out, "\n%s, %s: %d rounds\n\n", dir, of, rounds)
	fmt.Fprintln(out, "| | processor time | wall clock | memory | processor time, s | wall clock, s | memory, MiB | exit code |")
	fmt.Fprintln(out, "|---|---|---|---|---|---|---|---|")
	var base cost
	for i, l := range present {
		if ended[l.name] {
			fmt.Fprintf(out, "| %s | not done in %s |\n", l.name, limit)
			continue
		}
		m := median(costs[l.name])
		if i == 0 {
			base = m
		}
		fmt.Fprintf(out, "| %s | %.2f | %.2f | %.2f | %.3f | %.3f | %.0f | %d |\n", l.name,
			ratio(m.processor, base.processor), ratio(m.wall, base.wall), ratio(m.memory, base.memory),
			m.processor.Seconds(), m.wall.Seconds(), float64(m.memory)/(1<<20), m.exit)
	}
	return nil
}

// run runs a command to its end, throws away what it prints, and tells what it took. Findings make most linters exit with a code, so
// that one is no error, but is told: it is how to see that a linter could not do its job. To be ended by the limit is
// context.DeadlineExceeded.
func run(command []string, limit time.Duration) (cost, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	began := time.Now()
	c := exec.CommandContext(ctx, command[0], command[1:]...)
	c.WaitDelay = time.Second
	err := c.Run()
	if ctx.Err() != nil {
		return cost{}, ctx.Err()
	}
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return cost{}, err
	}
	spent := cost{processor: c.ProcessState.UserTime() + c.ProcessState.SystemTime(), wall: time.Since(began), exit: c.ProcessState.ExitCode()}
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		spent.memory = int64(usage.Maxrss) //nolint:unconvert // it has 32 bits on some systems
		if runtime.GOOS != "darwin" {      // getrusage(2): kilobytes on Linux, bytes on macOS
			spent.memory *= 1 << 10
		}
	}
	return spent, nil
}

// median takes each figure by itself.
func median(costs []cost) cost {
	return cost{
		processor: middle(costs, func(c cost) time.Duration { return c.processor }),
		wall:      middle(costs, func(c cost) time.Duration { return c.wall }),
		memory:    middle(costs, func(c cost) int64 { return c.memory }),
		exit:      middle(costs, func(c cost) int { return c.exit }),
	}
}

func middle[T cmp.Ordered](costs []cost, of func(cost) T) T {
	var all []T
	for _, c := range costs {
		all = append(all, of(c))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

func ratio[T int64 | time.Duration](a, b T) float64 { return float64(a) / float64(b) }

// templates finds the CloudFormation templates below a directory, for what does not search for them, by the line that they begin with.
func templates(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || !slices.Contains([]string{".yaml", ".yml", ".json", ".template"}, filepath.Ext(path)) {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && bytes.Contains(text, []byte("AWSTemplateFormatVersion")) {
			found = append(found, path)
		}
		return err
	})
	return found, err
}
