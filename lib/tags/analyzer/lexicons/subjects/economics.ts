/** Words and questions of economics. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const ECONOMICS: SubjectTerms = {
  hint: `market, price, tax, trade, supply, demand, currency, cost, wage, income, poverty, consumer, debt,
    bond, incentive, labor, labour, money, bank, good, worker, growth, industry, buyer, seller,
    globalization, job, cheap, expensive, dollar, euro, salary, capital, scarce, discount, price of,
    unemployed, wealth, subsidy, rich, poor, firm`,
  everyday: `econom*, economía, supply and demand, inflation, recession, stock market, interest rate,
    unemployment, minimum wage, cryptocurrency, bitcoin, exchange rate, taxation, income tax,
    cost of living, national debt, economic growth, free trade, housing market, gas price, compare price,
    comparing price, free market, capitalism, gdp, import, export, sanction, stimulus check,
    financial crisis, stock price, price increase, rising price, gold standard, black market, trade war,
    universal basic income, great depression, wall street, shortage, price of a good, prices, taxes,
    tax rate, unemployment rate, rich and poor, wealth gap, stock exchange, national bank, economy,
    mortgage rate, cost benefit, buyers and sellers, auction, oil price, rationing, pump and dump, ponzi,
    pension system, tax cut`,
  basic: `monetary policy, fiscal policy, central bank, federal reserve, gross domestic product,
    macroeconom*, microeconom*, keynes*, adam smith, invisible hand, wealth of nations, opportunity cost,
    elasticity, equilibrium price, market equilibrium, monopol*, oligopol*, perfect competition,
    monopolistic competition, tariff, quota, comparative advantage, absolute advantage, trade deficit,
    trade surplus, balance of trade, balance of payments, deflation, stagflation, hyperinflation,
    marginal cost, marginal utility, marginal revenue, diminishing returns, externalit*, public good,
    free rider, purchasing power, consumer price index, cpi, gini coefficient, consumer surplus,
    producer surplus, price floor, price ceiling, deadweight loss, market failure, economies of scale,
    factor of production, scarcity, demand curve, supply curve, aggregate demand, laissez faire, inelastic,
    budget deficit, quantitative easing, money supply, game theory, prisoner's dilemma, nash equilibrium,
    behavioral economics, friedman, hayek, ricardo, malthus, marxian, complementary good, substitute good,
    labor market, trickle down, progressive tax, regressive tax, sunk cost, purchasing power parity,
    business cycle, human capital, per capita, yield curve, bond yield, depreciation of currency, imf,
    world bank, rent control, market structure, single seller, price elastic*, elastic demand,
    inelastic demand, buyer and seller, normal good, inferior good, utility, marginal, marginal propensity,
    multiplier effect, gross national, per capita income, consumer confidence, leading indicator,
    natural rate of unemployment, structural unemployment, frictional unemployment, cyclical unemployment,
    minimum wage effect, budget surplus, government spending, crowding out effect, reserve requirement,
    open market operation, fractional reserve, bond price, real interest, nominal interest, fixed exchange,
    floating exchange, devalu*, gold reserve, protectionis*, trade barrier, free trade agreement, wto,
    developing economy, poverty line, human development index, informal economy, specialization of labor,
    production possibility, ppf, allocative, productive efficiency, cartel, opec, collusion,
    barrier to entry, natural monopoly, market power, information asymmetry, rational choice,
    homo economicus, commodity price, index fund economy, capital market, real wage`,
  expert: `phillips curve, laffer curve, lorenz curve, is lm, solow, endogenous growth, harrod domar, dsge,
    ricardian equivalence, lucas critique, rational expectations, taylor rule, liquidity trap,
    fisher equation, quantity theory of money, seigniorage, mundell fleming, heckscher ohlin,
    stolper samuelson, impossible trinity, marshall lerner, j curve, pareto*, walras*, general equilibrium,
    arrow debreu, edgeworth, indifference curve, budget constraint, utility maximi*, cobb douglas, giffen,
    veblen good, slutsky, hicksian, marshallian, compensating variation, cournot, bertrand competition,
    stackelberg, mechanism design, vickrey, auction theory, adverse selection, moral hazard, akerlof,
    market for lemons, signaling game, principal agent, coase, pigou*, tragedy of the commons, ostrom,
    econometric*, ols, heteroskedast*, endogeneity, instrumental variable, difference in differences,
    regression discontinuity, panel data, fixed effects, gmm, cointegrat*, granger, arima,
    vector autoregression, elasticity of substitution, prospect theory, hyperbolic discounting,
    ramsey model, overlapping generations, okun's law, baumol, beveridge curve, nairu, output gap,
    hotelling, intertemporal, crowding out, subgame perfect, public choice`,
  examples: `Why are prices going up everywhere?
What happens when the central bank raises rates?
Is a minimum wage good or bad for jobs?
Why do some countries stay poor?
How does a tax on sugar change what people buy?
Who gains and who loses from free trade?
Explain how a bubble on the market bursts.
What would happen if everybody got a basic income?
Why is water cheap and diamonds dear?
Is it cheaper to buy a big pack or two small ones?`,
};
