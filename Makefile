# The commands of daily work. `make help` lists them.
MVN ?= mvn -B
TESTS ?= most
ifeq ($(filter most all,$(TESTS)),)
$(error TESTS is 'most' or 'all', not '$(TESTS)')
endif

.PHONY: help build testbed test soak bench format clean

help: ## show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

build: ## build without tests and gates, as ./muster does on first use
	$(MVN) -q -Dgates=off -DskipTests package

testbed: ## install the test servers that this machine can have, once; TESTBED=no leaves it alone
	testbed/install.sh

test: testbed ## build with all gates and run the tests; TESTS=all: also those that drive a cluster for minutes
	testbed/shared.sh $(MVN) -T 3 verify -Dmuster.tests=$(TESTS)

soak: ## the long tests: 10,000 simulated cases a family, 100,000 hostile files, every fault of Kubernetes 20 times, every mishap: each line killed, 1,000 instants, full disks, torn journals
	$(MVN) verify -Dmuster.tests=all -Dmuster.cases=10000 -Dmuster.hostile=100000 -Dmuster.kills=all -Dmuster.times=20 -Dmuster.testSeconds=28800 -Dmuster.forks=1

bench: ## what docs/measurements.md quotes; wants an idle machine and a half an hour
	bench/startup.sh
	bench/judge.sh
	bench/rate.sh
	bench/truth.sh TruthMain 20
	bench/truth.sh LossMain 20
	bench/truth.sh TruthMain 20 catalog/toxiproxy/cut-dependency.yaml
	bench/toxic.sh 500
	bench/pod-kill.sh 500
	bench/plan-pods.sh 10000
	bench/partial.sh 20

format: ## format all Java sources
	$(MVN) -q spotless:apply

clean: ## remove what was built
	$(MVN) -q clean
