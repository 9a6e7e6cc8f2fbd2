// kubectl by itself: scripts and tests call it a thousand times, and half of what each call costs would be the making ready of
// all the servers.
package main

import (
	"os"

	"k8s.io/component-base/cli"
	kubectl "k8s.io/kubectl/pkg/cmd"
)

func main() { os.Exit(cli.Run(kubectl.NewDefaultKubectlCommand())) }
